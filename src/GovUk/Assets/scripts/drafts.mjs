// What is typed in a form is kept in this tab until the server has it. It comes back when the session ended first: to the
// same person, at the same address. Passwords, codes and files are never kept.
const prefix = "trellis.draft:";
const never = new Set(["password", "file", "hidden", "submit", "button", "reset", "image"]);

export function keepDrafts(owner) {
  const here = prefix + location.pathname + location.search;

  // A page without a session after a form was sent: the session had ended, and what was sent did not arrive.
  if (!owner) {
    for (const key of keys()) change(key, (draft) => ({ ...draft, state: draft.state === "sent" ? "lost" : draft.state }));
    return null;
  }

  for (const key of keys()) {
    const draft = read(key);
    if (!draft || draft.owner !== owner || draft.state === "sent") sessionStorage.removeItem(key);
  }
  const lost = read(here);
  if (lost?.state === "lost") restore(lost);
  sessionStorage.removeItem(here);

  const save = (state) => {
    const fields = formsOfPage().flatMap(typed);
    if (fields.length > 0) write(here, { owner, state, fields });
  };
  let waiting;
  document.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => save("typing"), 300);
  });
  document.addEventListener("submit", () => {
    clearTimeout(waiting);
    save("sent");
  });

  return {
    lose: () => {
      // What was typed a moment ago must not be noted again as typing after it was noted as lost.
      clearTimeout(waiting);
      save("lost");
    },
    forget: () => keys().forEach((key) => sessionStorage.removeItem(key)),
  };
}

function formsOfPage() {
  return [...document.querySelectorAll('form[method="post" i]:not([data-no-draft])')];
}

// Only what was typed here: the rest is the server's and may be newer when the person is back. After errors, what the page
// came with was typed too.
function typed(form, index) {
  const all = document.querySelector(".govuk-error-summary") !== null;
  return [...form.elements].filter((field) => isKept(field) && (all || isTyped(field))).map((field) => ({
    form: index,
    name: field.name,
    value: field.value,
    checked: isChoice(field) ? field.checked : undefined,
    chosen: field.multiple ? [...field.selectedOptions].map((option) => option.value) : undefined,
  }));
}

function isKept(field) {
  return field.name && !never.has(field.type) && field.autocomplete !== "one-time-code";
}

function isTyped(field) {
  if (isChoice(field)) return field.checked !== field.defaultChecked;
  if (field.options) return [...field.options].some((option) => option.selected !== option.defaultSelected);
  return field.value !== field.defaultValue;
}

function isChoice(field) {
  return field.type === "checkbox" || field.type === "radio";
}

function restore(draft) {
  const forms = formsOfPage();
  let changed = false;
  for (const kept of draft.fields) {
    const field = [...(forms[kept.form]?.elements ?? [])].find(
      (candidate) => candidate.name === kept.name && isKept(candidate) && (!isChoice(candidate) || candidate.value === kept.value),
    );
    if (!field) continue;
    const before = isChoice(field) ? field.checked : field.value;
    if (isChoice(field)) field.checked = kept.checked;
    else if (kept.chosen) for (const option of field.options) option.selected = kept.chosen.includes(option.value);
    else field.value = kept.value;
    if (before !== (isChoice(field) ? field.checked : field.value)) {
      changed = true;
      field.dispatchEvent(new Event(isChoice(field) ? "click" : "input", { bubbles: true }));
    }
  }
  if (changed) tell();
}

function tell() {
  const note = document.createElement("div");
  note.className = "govuk-inset-text trellis-kept";
  note.setAttribute("role", "status");
  note.textContent = "You were signed out. What you had typed is back below. Check it and save.";
  document.getElementById("main-content")?.prepend(note);
}

function keys() {
  return Object.keys(sessionStorage).filter((key) => key.startsWith(prefix));
}

function read(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key));
  } catch {
    return null;
  }
}

function write(key, draft) {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // The browser has no room or allows no storage: the page works as it does without script.
  }
}

function change(key, by) {
  const draft = read(key);
  if (draft) write(key, by(draft));
}
