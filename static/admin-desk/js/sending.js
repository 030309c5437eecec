// A form on its way is not autosaved beside it: autosave notes what the form holds half a second before it sends it, so
// the older words would arrive after the newer ones and be refused as out of date.
const form = document.querySelector("[data-edit-form]");
let waiting = null;
let isSent = false;

if (form) {
  document.addEventListener("w-autosave:save", (event) => {
    waiting = event;
    if (isSent) event.preventDefault();
  });
  // After every other listener: one of them may have stopped the form.
  window.addEventListener("submit", (event) => {
    if (event.target !== form || event.defaultPrevented) return;
    isSent = true;
    waiting?.preventDefault();
  });
  // Whoever types on is still here: the sending was broken off, or the line is slow.
  for (const name of ["input", "pageshow"]) window.addEventListener(name, () => { isSent = false; });
}
