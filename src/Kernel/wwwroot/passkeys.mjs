// Asks the browser for a passkey and lets an ordinary form carry its answer. Without script the part stays hidden.
for (const part of document.querySelectorAll("[data-passkey]")) {
  if (!globalThis.PublicKeyCredential?.parseCreationOptionsFromJSON) continue;
  const form = part.querySelector("form");
  part.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answer = form.elements["Form.Credential"];
    try {
      answer.value = JSON.stringify(await credential(part.dataset.passkey, await question(part.dataset.question, form)));
    } catch {
      // Cancelled, timed out or refused by the device: the page that answers says what else can be done.
      answer.value = "";
    }
    form.submit();
  });
}

async function question(address, form) {
  const response = await fetch(address, { method: "POST", body: new FormData(form) });
  if (!response.ok) throw new Error(`The question was answered with ${response.status}`);
  return response.json();
}

function credential(kind, options) {
  return kind === "create"
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}
