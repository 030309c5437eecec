// Jumps to a block or field of a page's form: from the panel of checks, from lists of what was refused, and by address.
const form = document.getElementById("page-edit-form");
// Below this width an open side panel covers the form.
const narrow = matchMedia("(max-width: 49.99em)");
const CONTROLS = "input:not([type=hidden]), textarea, select, [contenteditable=true], [data-chooser] button, .chooser button";
// An empty list has no control but the one that begins it.
const BEGINS = "button[id$='-ADD']";
const ACTS = ["wheel", "pointerdown", "keydown", "touchstart"];

let leave = null;

const closeCover = () => {
  if (narrow.matches) document.querySelector("[data-side-panel-toggle][aria-expanded=true]")?.click();
};

// Open whatever hides the element: its tab, the panels around it, and the panel that it is.
const uncover = (element) => {
  const tab = element.closest('[role="tabpanel"][hidden]');
  if (tab) document.querySelector(`[role="tab"][aria-controls="${CSS.escape(tab.id)}"], [role="tab"][href="#${CSS.escape(tab.id)}"]`)?.click();
  for (let around = element; around; around = around.parentElement?.closest("[data-panel]")) {
    around.querySelector(":scope > .w-panel__header > [data-panel-toggle][aria-expanded='false']")?.click();
  }
};

const named = (name) => {
  const found = form.elements.namedItem(name);
  return found instanceof RadioNodeList ? found[0] : found;
};

// The place itself, and the part of it that is meant, where one is.
const place = ({ deskBlock, field, part }) => {
  const block = deskBlock && document.getElementById(`block-${deskBlock}-section`);
  if (block) {
    const way = part && part.split("-").map((name) => `[data-contentpath="${CSS.escape(name)}"]`).join(" ");
    return { around: block, target: (way && block.querySelector(way)) || block };
  }
  const control = (part && named(`${field}-${part}`)) || named(field);
  const rows = control ?? named(`${field}-TOTAL_FORMS`) ?? named(`${field}-count`);
  const target = control?.closest("[data-field], [data-contentpath]") ?? rows?.closest("[data-panel]");
  return target ? { around: target, target } : null;
};

const controlIn = (target) => {
  const inside = target.querySelector(".w-panel__content") ?? target;
  return [...inside.querySelectorAll(CONTROLS)].find((one) => one.checkVisibility() && !one.closest(".Draftail-Toolbar"));
};

// What was opened on the way is still finding its height: stay there until it has, or until somebody does something else.
const stayAt = ({ around, target }) => {
  leave?.();
  const show = () => {
    // An empty list has nothing to write in; its block has.
    const control = controlIn(target) ?? controlIn(around) ?? target.querySelector(BEGINS);
    const shown = control ?? target;
    shown.scrollIntoView({ block: shown.offsetHeight > innerHeight / 2 ? "start" : "center", behavior: "instant" });
    if (control && document.activeElement !== control) control.focus({ preventScroll: true });
  };
  const watch = new ResizeObserver(show);
  leave = () => {
    watch.disconnect();
    for (const act of ACTS) removeEventListener(act, leave, true);
  };
  for (const act of ACTS) addEventListener(act, leave, { capture: true, passive: true });
  watch.observe(form);
  watch.observe(target);
  show();
};

const go = ({ around, target }) => {
  closeCover();
  uncover(around);
  if (target !== around) uncover(target);
  stayAt({ around, target });
};

const jump = (event) => {
  const link = event.target.closest("[data-desk-jump]");
  const found = link && place(link.dataset);
  if (!found) return;
  event.preventDefault();
  go(found);
};

const BY_ADDRESS = /^#block-.+-section$/;

const arrive = () => {
  const target = BY_ADDRESS.test(location.hash) && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && form.contains(target)) go({ around: target, target });
};

const openChecks = () => {
  const toggle = document.querySelector('[data-side-panel-toggle="rules"]');
  if (toggle?.getAttribute("aria-expanded") !== "true") toggle?.click();
};

if (form) {
  document.addEventListener("click", jump);
  document.addEventListener("click", (event) => { if (event.target.closest("[data-desk-open-checks]")) openChecks(); });
  for (const button of document.querySelectorAll("[data-desk-open-checks]")) button.hidden = false;
  addEventListener("hashchange", arrive);
  // Blocks are drawn by scripts that run before the page has loaded.
  if (document.readyState === "complete") arrive();
  else addEventListener("load", () => requestAnimationFrame(arrive));
}
