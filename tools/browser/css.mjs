// Reads site.css as far as a check of its colours needs it: rules with their conditions and declarations.

// rules lists every style rule: {layer, media, selector, declarations: Map}.
export function rules(css) {
  css = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const found = [];
  const read = (from, to, context) => {
    for (let i = from; i < to;) {
      const open = css.indexOf('{', i), end = css.indexOf(';', i);
      if (open < 0 || open >= to) return;
      if (end >= 0 && end < open && css.slice(i, end).trim().startsWith('@')) { i = end + 1; continue; } // @layer a, b;
      const head = css.slice(i, open).trim();
      let depth = 1, close = open + 1;
      for (; depth > 0; close++) depth += css[close] === '{' ? 1 : css[close] === '}' ? -1 : 0;
      const body = css.slice(open + 1, close - 1);
      if (/^@(layer|media|supports)/.test(head)) {
        const [kind, words] = [head.match(/^@(\w+)/)[1], head.replace(/^@\w+\s*/, '')];
        read(open + 1, close - 1, { ...context, [kind]: [context[kind], words].filter(Boolean).join(' and ') });
      } else if (!head.startsWith('@')) {
        const declarations = new Map(body.split(';').map((d) => d.split(/:(.*)/s).map((w) => w?.trim())).filter(([p, v]) => p && v));
        found.push({ ...context, selector: head, declarations });
      }
      i = close;
    }
  };
  read(0, css.length, {});
  return found;
}

const linear = (v) => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; };
const luminance = (hex) => {
  const full = hex.length === 4 ? hex.replace(/[\da-f]/gi, '$&$&') : hex;
  const [r, g, b] = [1, 3, 5].map((i) => linear(parseInt(full.slice(i, i + 2), 16)));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

// contrast is the ratio of WCAG 2.2, 1.4.3, of two colours like "#123f94".
export function contrast(a, b) {
  const [x, y] = [luminance(a), luminance(b)].sort((p, q) => q - p);
  return (x + 0.05) / (y + 0.05);
}

// tokens gives the colours of :root by day, by night and on paper.
export function tokens(all) {
  const day = new Map(), night = new Map(), paper = new Map();
  const of = (test) => all.filter((r) => r.selector === ':root' && test(r)).flatMap((r) => [...r.declarations]).filter(([, v]) => /^#[\da-f]{3,6}$/i.test(v));
  const put = (map, list) => list.forEach(([k, v]) => map.set(k, v));
  const byDay = of((r) => r.layer === 'tokens' && !r.media);
  [day, night, paper].forEach((map) => put(map, byDay));
  put(night, of((r) => r.layer === 'tokens' && /dark/.test(r.media ?? '')));
  put(paper, of((r) => r.layer === 'print'));
  return { day, night, paper };
}
