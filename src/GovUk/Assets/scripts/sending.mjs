// A form that takes long shows how much of it has been sent, then says that it is being worked on, and is sent once. A page that the
// browser shows again from memory is as new.
export function saySending() {
  for (const status of document.querySelectorAll("[data-sending]")) {
    const form = status.closest("form");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!status.textContent) send(form, status);
    });
    addEventListener("pageshow", () => status.replaceChildren());
  }
}

// What was refused, and what never arrived, is sent again as any form is: the browser then shows the answer itself.
function send(form, status) {
  const bar = Object.assign(document.createElement("progress"), { max: 1, value: 0 });
  bar.setAttribute("aria-label", "Sent");
  const words = document.createElement("span");
  words.textContent = status.dataset.sending;
  status.replaceChildren(words, bar);
  const request = new XMLHttpRequest();
  request.upload.onprogress = ({ loaded, total }) => (bar.value = loaded / total);
  request.upload.onload = () => {
    words.textContent = status.dataset.sent;
    bar.removeAttribute("value");
  };
  request.onload = () => {
    const next = request.getResponseHeader("Trellis-Next");
    if (next) location.assign(next);
    else form.submit();
  };
  request.onerror = () => form.submit();
  request.open("POST", form.action);
  request.setRequestHeader("Trellis-Progress", "yes");
  request.send(new FormData(form));
}
