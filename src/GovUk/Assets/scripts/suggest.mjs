// Shows who is found while somebody types into a field that asks for it. Without this script the page's own button does the same.
const pause = 250;
const least = 3;

export function suggest() {
  for (const field of document.querySelectorAll("input[data-suggest]")) {
    const list = document.createElement("ul");
    list.className = "govuk-list trellis-suggestions";
    const count = document.createElement("p");
    count.className = "govuk-visually-hidden";
    count.setAttribute("role", "status");
    field.after(count, list);
    let waiting;
    let newest = 0;
    field.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(async () => {
        const mine = ++newest;
        const found = field.value.trim().length < least ? [] : await ask(field);
        if (mine === newest) show(found, list, count);
      }, pause);
    });
  }
}

async function ask(field) {
  const sent = new FormData();
  sent.append("typed", field.value);
  sent.append("__RequestVerificationToken", field.form.elements["__RequestVerificationToken"].value);
  try {
    const answer = await fetch(field.dataset.suggest, { method: "POST", body: sent, headers: { Accept: "application/json" } });
    return answer.ok && answer.headers.get("content-type")?.includes("json") ? await answer.json() : null;
  } catch {
    return null;
  }
}

function show(found, list, count) {
  count.textContent = found === null ? "The search did not work. Press Search" : found.length === 0 ? "Nobody is found yet" : `${found.length} found. They are listed below`;
  // Nothing found and nothing asked look alike to whoever sees the page: the second is said.
  count.className = found === null ? "govuk-body" : "govuk-visually-hidden";
  list.replaceChildren(
    ...(found ?? []).map(({ address, title, detail }) => {
      const item = document.createElement("li");
      const link = Object.assign(document.createElement("a"), { href: address, className: "govuk-link", textContent: title });
      item.append(link, `, ${detail}`);
      return item;
    }),
  );
}
