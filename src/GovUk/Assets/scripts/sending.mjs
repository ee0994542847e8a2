// A form that takes long says so as soon as it is sent, and is sent once. A page that the browser shows again from memory is as new.
export function saySending() {
  for (const status of document.querySelectorAll("[data-sending]")) {
    const form = status.closest("form");
    form.addEventListener("submit", (event) => {
      if (status.textContent) event.preventDefault();
      status.textContent = status.dataset.sending;
    });
    addEventListener("pageshow", () => (status.textContent = ""));
  }
}
