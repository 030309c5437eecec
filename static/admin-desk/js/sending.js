// One sending at a time. Autosave notes what the form holds half a second before it sends it: beside the form itself,
// the older words would arrive after the newer ones. A new page that autosave or an earlier press is making would be
// made twice, and what is typed while the form is on its way would be lost with the page.
const form = document.querySelector("[data-edit-form]");
// What the framework leaves in the form for a decision about a step.
const DECISION = "input[type=hidden]:is([name=action-workflow-action], [name=workflow-action-name], [name=workflow-action-extra-data])";
// Milliseconds: how long the form waits for autosave's answer, on an edit form and where the page is only being made;
// how long it waits for the framework to ask about a newer version; how long it is believed to be on its way itself.
const LONGEST_WAIT = 10_000;
const LONGEST_MAKING = 30_000;
const LONGEST_ASKING = 5_000;
const LONGEST_WAY = 20_000;
// A press that is carried out sooner needs no words.
const TOO_SHORT_TO_TELL = 300;
// Autosave's last announcement that nothing has answered yet, and the press that waits for the answer, or for its
// editor's word on a newer version.
let announced = null;
let held = null;
let asked = null;
let isSent = false;
let limit = null;

const note = (words) => {
  const place = document.querySelector("#desk-sending");
  if (place) place.textContent = words;
};

const say = (name, press) => {
  const words = document.querySelector("#desk-sending")?.dataset[name] || "";
  note(words.replace("%(press)s", () => press.label).replace("%(comment)s", () => press.comment));
};

// A press, with the decision that the form holds at this moment: the next press takes it out of the form.
const pressed = (button) => {
  const decision = [...form.querySelectorAll(DECISION)];
  const value = (name) => decision.find((field) => field.name === name)?.value || "";
  const action = value("workflow-action-name");
  // A dialog sends the form for the button that opened it.
  const chosen = action ? document.querySelector(`[data-workflow-action-name="${CSS.escape(action)}"][data-workflow-action-modal-url]`) : null;
  const { comment = "" } = JSON.parse(value("workflow-action-extra-data") || "{}");
  return { button, decision, comment, label: ((button || chosen)?.textContent || "").trim() };
};

const forgetDecision = () => {
  for (const field of form.querySelectorAll(DECISION)) field.remove();
};

// Nothing was sent: buttons can be pressed again, leaving is asked about, and autosave finds no decision to keep to.
const giveBack = () => {
  for (const busy of form.querySelectorAll("[data-w-progress-loading-value=true]")) busy.dataset.wProgressLoadingValue = "false";
  form.dataset.wUnsavedConfirmationValue = "true";
  forgetDecision();
};

const handsOn = (press) => Boolean(press.decision.length || press.button?.name);

const carryOut = ({ button, decision }) => {
  forgetDecision();
  form.append(...decision);
  // The button says what is to be done, and is not heard while it shows that it is busy.
  const own = button?.form === form ? button : null;
  const isBusy = own?.disabled;
  if (isBusy) own.disabled = false;
  form.requestSubmit(own);
  if (isBusy) own.disabled = true;
};

const autosaveIsOnItsWay = () => {
  const pause = Number(form.dataset.wAutosaveIntervalValue || 500);
  return Boolean(announced) && !announced.defaultPrevented && performance.now() - announced.timeStamp >= pause;
};

const startOver = () => {
  clearTimeout(limit);
  announced = null;
  held = null;
  asked = null;
  isSent = false;
  form.inert = false;
  form.dataset.wUnsavedConfirmationValue = "true";
  note("");
};

// Somebody has saved a newer version: the framework's own question comes first, as it would have a second later.
const ask = () => {
  const dialog = document.querySelector("#w-save-confirmation-dialog");
  clearTimeout(limit);
  if (!asked) return;
  note("");
  giveBack();
  const confirm = dialog.querySelector("[data-w-dialog-target=confirm]");
  if (confirm && asked.label) confirm.textContent = asked.label;
  dialog.dispatchEvent(new CustomEvent("w-dialog:show"));
};

const release = () => {
  clearTimeout(limit);
  const press = held;
  held = null;
  if (press) carryOut(press);
};

// Words that would have gone with the page are shown.
const drop = () => {
  clearTimeout(limit);
  const press = held;
  held = null;
  note("");
  if (!press) return;
  giveBack();
  if (press.comment) say("unsentComment", press);
};

const answered = (event) => {
  announced = null;
  const isOvertaken = event?.detail?.type === "invalid_revision" && document.querySelector("#w-save-confirmation-dialog");
  if (!held || !isOvertaken) {
    release();
    return;
  }
  clearTimeout(limit);
  asked = held;
  held = null;
  limit = setTimeout(ask, LONGEST_ASKING);
};

const confirmed = (event) => {
  if (!asked) return;
  // Here, not by the button: that would ask for the comment once more.
  event.stopImmediatePropagation();
  const press = asked;
  asked = null;
  carryOut(press);
};

// Confirming hides the question, too, and says so first.
const withdrawn = () => {
  const press = asked;
  if (press) setTimeout(() => {
    if (asked !== press) return;
    asked = null;
    say(press.comment ? "unsentComment" : "unsent", press);
  });
};

// Whoever hands a page on saves it, too: that comes before a press that only saves. Otherwise the first press is done.
const hold = (press, delay = 0) => {
  const isMaking = form.action.includes("/pages/add/");
  if (!held) limit = setTimeout(answered, isMaking ? LONGEST_MAKING : LONGEST_WAIT);
  if (held && (handsOn(held) || !handsOn(press))) return;
  held = press;
  if (delay) setTimeout(() => held === press && say("heard", press), delay);
  else say("heard", press);
};

const send = () => {
  isSent = true;
  announced?.preventDefault();
  form.inert = true;
  limit = setTimeout(startOver, LONGEST_WAY);
};

if (form) {
  form.querySelector("footer nav")?.append(document.querySelector("#desk-sending") || "");
  // A dialog sends the form without a word to anybody, and stays in front of what is said there.
  form.submit = () => {
    document.querySelector(".modal.in [data-dismiss=modal]")?.click();
    form.requestSubmit();
  };
  document.addEventListener("w-autosave:save", (event) => {
    if (isSent) event.preventDefault();
    else announced = event;
  });
  for (const name of ["w-autosave:success", "w-autosave:error"]) document.addEventListener(name, answered);
  // The framework has heard of the newer version, or has failed to.
  for (const name of ["w-swap:success", "w-swap:error"]) document.addEventListener(name, (event) => {
    if (asked && event.target.id === "w-editing-sessions") setTimeout(ask);
  });
  document.addEventListener("w-dialog:confirmed", confirmed, { capture: true });
  document.addEventListener("w-dialog:hidden", withdrawn);
  // After every other listener: one of them may have stopped the form.
  window.addEventListener("submit", (event) => {
    if (event.target !== form || event.defaultPrevented) return;
    const isFree = !isSent && !held && !asked && !autosaveIsOnItsWay();
    // Whoever doubts that the form would arrive says so, and releases or drops it later.
    const begin = new CustomEvent("desk-sending:begin", { cancelable: true, detail: { release, drop } });
    if (isFree && document.dispatchEvent(begin)) {
      send();
      return;
    }
    event.preventDefault();
    if (!isSent && !asked) hold(pressed(event.submitter), isFree ? TOO_SHORT_TO_TELL : 0);
  });
  // Whoever comes back to a page that the browser kept finds nothing under way.
  window.addEventListener("pageshow", startOver);
}
