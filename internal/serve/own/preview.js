// The preview's ear: it hears when the page that is open changed, and when
// something is to be mended. No built site has it.
(() => {
  const script = document.currentScript;
  const host = document.querySelector('stadtbote-preview');
  const box = host.shadowRoot.querySelector('div');
  const places = 'stadtbote-preview';
  let stand = script.dataset.stand;
  let shown = box.innerHTML.trim();
  let closed = '';
  let before = null; // what had the focus
  let stream = null;

  // Reloading keeps the place that was being read.
  history.scrollRestoration = 'auto';
  const kept = JSON.parse(sessionStorage.getItem(places) ?? 'null');
  sessionStorage.removeItem(places);
  if (kept?.page === location.pathname) {
    const back = () => scrollTo({ left: kept.x, top: kept.y, behavior: 'instant' });
    back();
    addEventListener('load', back, { once: true });
    if (kept.focus) document.getElementById(kept.focus)?.focus({ preventScroll: true });
  }
  const reload = () => {
    sessionStorage.setItem(places, JSON.stringify({ page: location.pathname, x: scrollX, y: scrollY, focus: document.activeElement?.id ?? '' }));
    location.reload();
  };

  const leave = () => {
    if (document.activeElement === host) before?.focus({ preventScroll: true });
    before = null;
  };
  // An alert is read aloud when it comes into the page, so it is put in anew;
  // the focus goes to it only if the reader sees it come.
  const show = (html, live) => {
    if (html === '') leave();
    const inside = document.activeElement === host;
    if (!inside) before = document.activeElement;
    box.innerHTML = html;
    const section = box.querySelector('section');
    if (!section) return;
    section.hidden = html === closed;
    if ((live || inside) && !section.hidden) section.focus({ preventScroll: true });
  };
  const close = () => {
    closed = shown;
    leave();
    box.querySelector('section')?.setAttribute('hidden', '');
  };
  box.addEventListener('click', (e) => { if (e.target.closest('button')) close(); });
  addEventListener('keydown', (e) => { if (e.key === 'Escape' && box.querySelector('section:not([hidden])')) close(); });

  const listen = () => {
    let first = true;
    stream = new EventSource(script.dataset.events + '?page=' + encodeURIComponent(location.pathname) + '&stand=' + stand);
    stream.addEventListener('changed', reload);
    stream.addEventListener('go', (e) => { if (new URL(e.data, location).pathname !== location.pathname) location.assign(e.data); else reload(); });
    stream.addEventListener('findings', (e) => {
      const html = JSON.parse(e.data).trim();
      if (html !== shown || first) show(html, html !== shown);
      shown = html;
      first = false;
    });
  };
  // A tab that nobody sees gives its connection back: a browser has six.
  const wake = () => {
    if (document.hidden) { stream?.close(); stream = null; } else if (!stream) listen();
  };
  document.addEventListener('visibilitychange', wake);
  addEventListener('pagehide', () => { stream?.close(); stream = null; });
  addEventListener('pageshow', wake);
  wake();
})();
