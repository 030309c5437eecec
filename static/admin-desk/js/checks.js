// The panel of checks: sends the form as it stands, shows what the rules say of it, jumps to the places they name.
const PAUSE = 700;
const LOOK_EVERY = 2000;
const SETTLING = 250;

const panel = document.querySelector("[data-desk-checks]");
const form = document.getElementById("page-edit-form");

// What choosers and comments change without an event is met by looking again from time to time.
const asWritten = () => {
  const data = new FormData(form);
  const lines = [...data].filter(([name, value]) => name !== "csrfmiddlewaretoken" && typeof value === "string");
  return new URLSearchParams(lines).toString();
};

const count = (total) => {
  const counter = document.querySelector('[data-side-panel-toggle="rules"] [data-side-panel-toggle-counter]');
  if (!counter) return;
  counter.textContent = total;
  counter.hidden = total === 0;
};

const follow = () => {
  const state = panel.querySelector("[data-desk-checks-state]");
  const list = panel.querySelector("[data-desk-checks-list]");
  let sent = asWritten();
  let waiting = null;
  let asking = null;

  const say = (words) => { if (state.textContent !== words) state.textContent = words; };

  const ask = async () => {
    const now = asWritten();
    if (now === sent) return;
    sent = now;
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    say(state.dataset.working);
    try {
      const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
      const answer = await fetch(document.getElementById("desk-checks-address").textContent.trim(), {
        method: "POST",
        body: now,
        headers: { "Content-Type": "application/x-www-form-urlencoded", "X-CSRFToken": token, "X-Requested-With": "XMLHttpRequest" },
        signal,
      });
      if (!answer.ok) throw new Error(answer.statusText);
      const found = await answer.json();
      list.innerHTML = found.html;
      if (found.is_readable) count(found.errors + found.warnings);
      say(state.dataset.fresh);
    } catch {
      if (signal.aborted) return;
      sent = "";
      say(state.dataset.failed);
    }
  };

  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  };
  for (const event of ["input", "change", "click", "keyup", "drop"]) form.addEventListener(event, soon);
  setInterval(() => { if (!document.hidden && state.textContent !== state.dataset.failed) soon(); }, LOOK_EVERY);
};

// Open whatever hides the element: its tab, the panels around it, and the panel that it is.
const uncover = (element) => {
  const tab = element.closest('[role="tabpanel"][hidden]');
  if (tab) document.querySelector(`[role="tab"][aria-controls="${CSS.escape(tab.id)}"], [role="tab"][href="#${CSS.escape(tab.id)}"]`)?.click();
  for (let around = element; around; around = around.parentElement?.closest("[data-panel]")) {
    around.querySelector(":scope > .w-panel__header > [data-panel-toggle][aria-expanded='false']")?.click();
  }
};

const place = ({ block, field }) => {
  const found = block && document.getElementById(`block-${block}-section`);
  if (found) return found;
  const input = form.elements.namedItem(field) ?? form.elements.namedItem(`${field}-TOTAL_FORMS`) ?? form.elements.namedItem(`${field}-count`);
  const control = input instanceof RadioNodeList ? input[0] : input;
  return control?.closest("[data-panel]") ?? control?.closest("[data-field]") ?? null;
};

const FIELDS = "input:not([type=hidden]), textarea, select, [contenteditable=true]";
const BUTTONS = "button:not([data-panel-toggle])";

const goTo = (target) => {
  uncover(target);
  const inside = target.querySelector(".w-panel__content") ?? target;
  const seen = (selector) => [...inside.querySelectorAll(selector)].find((one) => one.checkVisibility());
  const show = () => {
    target.scrollIntoView({ block: "center", behavior: "instant" });
    (seen(FIELDS) ?? seen(BUTTONS) ?? target).focus({ preventScroll: true });
  };
  show();
  // Once more when what was uncovered on the way is there and has found its height.
  setTimeout(show, SETTLING);
};

const jump = (event) => {
  const link = event.target.closest("[data-desk-jump]");
  const target = link && place(link.dataset);
  if (!target) return;
  event.preventDefault();
  goTo(target);
};

// The desk's lists and reports lead to a block by the form's address; the browser looked for it before it was drawn.
const arrive = () => {
  const target = location.hash.startsWith("#block-") && document.getElementById(location.hash.slice(1));
  if (target) goTo(target);
};

if (form) {
  addEventListener("load", () => setTimeout(arrive, SETTLING));
  addEventListener("hashchange", arrive);
}

if (panel && form) {
  panel.addEventListener("click", jump);
  // Blocks are drawn by scripts: what the form holds before them is not what was opened.
  addEventListener("load", () => setTimeout(follow, 0));
}
