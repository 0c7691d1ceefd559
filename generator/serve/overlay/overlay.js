// The preview: shows a page anew when what it is made of has changed, and keeps its place on the screen.
(() => {
  const notes = document.getElementById("_kanon");
  if (!notes || !window.EventSource) return;
  const listener = new EventSource("/_kanon/events");
  listener.addEventListener("message", (event) => {
    if (event.data === notes.dataset.state) return;
    listener.close();
    location.reload();
  });
  addEventListener("pagehide", () => listener.close());
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
})();
