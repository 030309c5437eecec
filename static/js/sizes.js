// The reader's size, chosen once and kept on this device only. Shops that have it are marked; those that do not say are
// marked as not known and always stay; those that lack it can be left out.
const KEY = "size";
const ONLY = "size-only";
const SYSTEMS = ["EU", "UK", "US", "JP"];
const CENTIMETRES = SYSTEMS.indexOf("JP");

function stored(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null; // storage refused or not ours
  }
}

function keep(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // nothing to keep it in
  }
}

// The option of this table for the size chosen on another: the same label in the system it was chosen in, else the
// same length of foot.
function chosenHere(select) {
  const size = stored(KEY);
  if (!Array.isArray(size?.row)) return "";
  const rows = [...select.options].filter((option) => option.dataset.sizes);
  const same = (place) => rows.find((option) => option.dataset.sizes.split("|")[place] === size.row[place]);
  return (same(SYSTEMS.indexOf(size.system)) ?? same(CENTIMETRES))?.value ?? "";
}

function state(row, size) {
  const sizes = row.dataset.sizes.split("|");
  if (sizes.includes(size)) return "has";
  return row.dataset.sizes === "?" || "sizesUnsure" in row.dataset ? "unknown" : "lacks";
}

function mark(box, size, only) {
  const told = { has: 0, unknown: 0, lacks: 0 };
  for (const row of box.querySelectorAll("tr[data-sizes]")) {
    if (!size) delete row.dataset.size;
    else row.dataset.size = state(row, size);
    if (size) told[row.dataset.size] += 1;
    row.hidden = only && row.dataset.size === "lacks";
  }
  return told;
}

export function sizes(root) {
  const field = root.querySelector("[data-size-choice]");
  if (!field) return;
  const box = field.closest("[data-where-to-buy]");
  const [select, only, told] = ["select", "[data-size-only]", "[data-size-told]"].map((part) => field.querySelector(part));
  const show = () => {
    const found = mark(box, select.value, only.checked);
    const words = [field.dataset.has.replace("%1", found.has)];
    if (found.unknown) words.push(field.dataset.unknown.replace("%1", found.unknown));
    told.textContent = select.value ? words.join(", ") : "";
  };
  select.value = chosenHere(select);
  only.checked = stored(ONLY) === true;
  show();
  select.addEventListener("change", () => {
    const row = select.selectedOptions[0].dataset.sizes?.split("|");
    keep(KEY, row ? { system: field.dataset.sizeChoice, row } : null);
    show();
  });
  only.addEventListener("change", () => {
    keep(ONLY, only.checked);
    show();
  });
}
