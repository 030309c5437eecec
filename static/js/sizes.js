// The reader's size, kept on this device only: shops that have it are marked, those that do not say stay as they are.
const KEY = "size";

function stored() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {}; // storage refused or not ours
  }
}

function keep(system, size) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...stored(), [system]: size }));
  } catch {
    // nothing to keep it in
  }
}

function mark(box, size) {
  for (const row of box.querySelectorAll("[data-sizes]")) {
    const sizes = row.dataset.sizes;
    if (!size || sizes === "?") delete row.dataset.size;
    else row.dataset.size = sizes.split("|").includes(size) ? "has" : "lacks";
  }
}

export function sizes(root) {
  const field = root.querySelector("[data-size-choice]");
  if (!field) return;
  const box = field.closest("[data-where-to-buy]");
  const select = field.querySelector("select");
  const system = field.dataset.sizeChoice;
  field.hidden = false;
  select.value = stored()[system] ?? "";
  mark(box, select.value);
  select.addEventListener("change", () => {
    keep(system, select.value);
    mark(box, select.value);
  });
}
