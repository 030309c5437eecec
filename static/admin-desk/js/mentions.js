// The panel 'Mentions' beside a story: sends the story's texts as they stand, lists the names in them, makes links.
const PAUSE = 900;
const LOOK_EVERY = 2500;
const SETTLING = 250;

const panel = document.querySelector("[data-desk-mentions]");
const form = document.getElementById("page-edit-form");

// The rich texts of the story's body, in its order. Deleted blocks stay in the form, hidden.
const inputs = () =>
  [...form.querySelectorAll("input[name^='body-']")].filter((input) => input.draftailEditor && !isDeleted(input));

const isDeleted = (input) => {
  for (let child = input.closest("[data-streamfield-child]"); child; child = child.parentElement.closest("[data-streamfield-child]")) {
    if (child.querySelector(":scope > input[name$='-deleted']")?.value) return true;
  }
  return false;
};

const asWritten = () =>
  JSON.stringify({
    texts: inputs().map((input) => ({
      field: input.name,
      state: input.value,
      types: input.draftailEditor.props.entityTypes.map(({ type }) => type),
    })),
  });

// Where the words stand now: in their paragraph, at their place or, if something was written before them, at the next.
const find = ({ field, key, offset, text }) => {
  const input = inputs().find(({ name }) => name === field);
  const state = input?.draftailEditor.getEditorState();
  const written = state?.getCurrentContent().getBlockForKey(key)?.getText();
  if (written === undefined) return null;
  const start = written.startsWith(text, Number(offset)) ? Number(offset) : written.indexOf(text);
  if (start < 0) return null;
  const selection = window.DraftJS.SelectionState.createEmpty(key).merge({ anchorOffset: start, focusOffset: start + text.length });
  return { input, state, selection };
};

const isFree = (content, selection) => {
  const block = content.getBlockForKey(selection.getAnchorKey());
  for (let at = selection.getStartOffset(); at < selection.getEndOffset(); at += 1) {
    if (block.getEntityAt(at)) return false;
  }
  return true;
};

// As the editor's own link button does it, so that undoing and saving know of it. All links of one text are one step.
// Says whether all could be made.
const link = (wanted) => {
  const { EditorState, Modifier } = window.DraftJS;
  const texts = new Map();
  let isDone = true;
  for (const data of wanted) {
    const found = find(data);
    const text = found && (texts.get(found.input) ?? { state: found.state, content: found.state.getCurrentContent() });
    if (!found || !isFree(text.content, found.selection)) {
      isDone = false;
      continue;
    }
    const { type, mutability, data: leads } = JSON.parse(data.entity);
    const content = text.content.createEntity(type, mutability, leads);
    text.content = Modifier.applyEntity(content, found.selection, content.getLastCreatedEntityKey());
    texts.set(found.input, text);
  }
  for (const [input, { state, content }] of texts) {
    input.draftailEditor.onChange(EditorState.push(state, content, "apply-entity"));
  }
  return isDone;
};

// Open whatever is folded around the words, lead there and select them.
const show = (data) => {
  const found = find(data);
  if (!found) return false;
  for (let around = found.input; around; around = around.parentElement?.closest("[data-panel]")) {
    around.querySelector(":scope > .w-panel__header > [data-panel-toggle][aria-expanded='false']")?.click();
  }
  const tab = found.input.closest('[role="tabpanel"][hidden]');
  if (tab) document.querySelector(`[role="tab"][aria-controls="${CSS.escape(tab.id)}"], [role="tab"][href="#${CSS.escape(tab.id)}"]`)?.click();
  const editor = found.input.draftailEditor;
  editor.onChange(window.DraftJS.EditorState.forceSelection(found.state, found.selection.set("hasFocus", true)));
  const wrapper = found.input.parentElement.querySelector(`[data-offset-key^="${CSS.escape(data.key)}-"]`) ?? found.input.parentElement;
  const lead = () => wrapper.scrollIntoView({ block: "center", behavior: "instant" });
  lead();
  setTimeout(lead, SETTLING);
  return true;
};

const post = async (url, body, signal) => {
  const answer = await fetch(url, {
    method: "POST",
    body,
    headers: {
      "Content-Type": "application/json",
      "X-CSRFToken": form.querySelector("[name=csrfmiddlewaretoken]").value,
      "X-Requested-With": "XMLHttpRequest",
    },
    signal,
  });
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
};

const follow = () => {
  const state = panel.querySelector("[data-desk-mentions-state]");
  const list = panel.querySelector("[data-desk-mentions-list]");
  const counter = document.querySelector('[data-side-panel-toggle="mentions"] [data-side-panel-toggle-counter]');
  let sent = null;
  let waiting = null;
  let asking = null;

  const say = (words) => { if (state.textContent !== words) state.textContent = words; };

  const ask = async (words = state.dataset.fresh) => {
    const now = asWritten();
    if (now === sent) return;
    sent = now;
    asking?.abort();
    asking = new AbortController();
    const { signal } = asking;
    try {
      const found = await post(panel.dataset.url, now, signal);
      list.innerHTML = found.html;
      counter.textContent = found.open;
      counter.hidden = found.open === 0;
      say(words);
    } catch {
      if (signal.aborted) return;
      sent = null;
      say(state.dataset.failed);
    }
  };

  const soon = (pause = PAUSE, words) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => ask(words), pause);
  };

  // The editors write what they hold into the form a moment after it has changed.
  const done = (isDone) => {
    say(isDone ? state.dataset.linked : state.dataset.moved);
    if (!isDone) sent = null;
    soon(PAUSE, isDone ? state.dataset.linked : undefined);
  };

  // The name is gone from the list in every story, or back.
  const setAside = async ({ name, back }) => {
    try {
      await post(panel.dataset.asideUrl, JSON.stringify({ name, back: Boolean(back) }));
    } catch {
      say(state.dataset.refused);
      return;
    }
    sent = null;
    ask(back ? state.dataset.back : state.dataset.aside);
  };

  list.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (!button) return;
    if (button.matches("[data-desk-mentions-link]")) {
      button.disabled = true;
      done(link([button.dataset]));
    } else if (button.matches("[data-desk-mentions-all]")) {
      button.disabled = true;
      const first = [...list.querySelectorAll("[data-desk-mentions-link][data-first]:enabled")];
      done(link(first.map(({ dataset }) => dataset)));
    } else if (button.matches("[data-desk-mentions-aside]")) {
      button.disabled = true;
      setAside(button.dataset);
    } else if (button.matches("[data-desk-mentions-show]") && !show(button.dataset)) {
      done(false);
    }
  });

  for (const event of ["input", "change", "click", "keyup", "drop"]) form.addEventListener(event, () => soon());
  setInterval(() => { if (!document.hidden && state.textContent !== state.dataset.failed) soon(); }, LOOK_EVERY);
  say(state.dataset.working);
  ask();
};

// The editors are drawn by scripts that run before the page has loaded.
if (panel && form) addEventListener("load", () => setTimeout(follow, 0));
