// Dragging an entry to another day. The link "Move" does the same by a form, so nothing here is needed.
const sheet = document.querySelector("[data-desk-month]");
const form = document.getElementById("desk-drop");
let dragged = null;

function dayUnder(event) {
  return event.target instanceof Element ? event.target.closest("td[data-day]") : null;
}

function leaveAll() {
  for (const cell of sheet.querySelectorAll(".desk-over")) cell.classList.remove("desk-over");
}

if (sheet && form) {
  for (const entry of sheet.querySelectorAll("[data-move]")) entry.draggable = true;

  sheet.addEventListener("dragstart", (event) => {
    dragged = event.target.closest("[data-move]");
    if (!dragged) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.textContent.trim());
  });

  sheet.addEventListener("dragover", (event) => {
    const day = dayUnder(event);
    if (!dragged || !day) return;
    event.preventDefault();
    leaveAll();
    day.classList.add("desk-over");
  });

  sheet.addEventListener("drop", (event) => {
    const day = dayUnder(event);
    if (!dragged || !day) return;
    event.preventDefault();
    if (day === dragged.closest("td")) return;
    form.action = dragged.dataset.move;
    form.elements.day.value = day.dataset.day;
    form.submit();
  });

  sheet.addEventListener("dragend", () => {
    dragged = null;
    leaveAll();
  });
}
