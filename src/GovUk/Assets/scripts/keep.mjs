// Saves a line of "What I owe" on the server while it is typed. Without this script the page's own button does the same.
const pause = 1500;

// Fills lists of names when somebody first goes to a field that offers one.
export function fillLists() {
  for (const list of document.querySelectorAll("datalist[data-from]")) {
    const fields = document.querySelectorAll(`input[list="${list.id}"]`);
    for (const field of fields) field.addEventListener("focus", () => fill(list), { once: true });
  }
}

async function fill(list) {
  if (list.options.length > 0) return;
  const answer = await fetch(list.dataset.from);
  if (!answer.ok) return;
  for (const name of await answer.json()) list.append(new Option(name, name));
}

export function keepLines() {
  for (const line of document.querySelectorAll(".trellis-owed-form [data-line]")) {
    let waiting;
    line.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => keep(line), pause);
    });
  }
}

async function keep(line) {
  const form = line.closest("form");
  const name = line.dataset.name;
  const sent = new FormData();
  for (const [field, value] of new FormData(form)) {
    if (field.startsWith(`${name}.`) || field === "__RequestVerificationToken") sent.append(field, value);
  }
  const note = line.querySelector(".trellis-kept-at");
  try {
    const answer = await fetch("/updates/keep", { method: "POST", body: sent, headers: { Accept: "application/json" } });
    const said = answer.headers.get("content-type")?.includes("json") ? await answer.json() : null;
    if (answer.ok && said) form.elements[`${name}.Stamp`].value = said.stamp;
    note.textContent = said?.said ?? "Not saved yet: save or send with the buttons below";
  } catch {
    note.textContent = "Not saved yet: there is no connection";
  }
}
