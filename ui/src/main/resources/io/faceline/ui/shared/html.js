/**
 * Creates DOM nodes from a template: html`<p class="${name}" @click="${listener}">${text}</p>`.
 *
 * Values are text, nodes or lists of both; in attributes text, or a boolean that adds or removes the attribute. An attribute that begins
 * with @ takes a listener, one that begins with . sets a property. Only the template itself is parsed as markup: no value can become
 * an element, an attribute or a script.
 */
export function html(strings, ...values) {
  const fragment = document.importNode(template(strings).content, true);
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT);
  const nodes = [];
  while (walker.nextNode()) {
    nodes.push(walker.currentNode);
  }
  for (const node of nodes) {
    if (node.nodeType === Node.COMMENT_NODE) {
      fill(node, values);
    } else {
      setAttributes(node, values);
    }
  }
  return fragment;
}

/** Creates the single element of a template. */
export function element(strings, ...values) {
  return html(strings, ...values).firstElementChild;
}

const SLOT = /^slot:(\d+)$/;
const MARK = /slot:(\d+);/g;
const templates = new WeakMap();

function template(strings) {
  if (!templates.has(strings)) {
    const made = document.createElement('template');
    made.innerHTML = strings
      .reduce((before, after, i) => before + (isInTag(before) ? `slot:${i - 1};` : `<!--slot:${i - 1}-->`) + after)
      .trim();
    templates.set(strings, made);
  }
  return templates.get(strings);
}

function isInTag(markup) {
  return markup.lastIndexOf('<') > markup.lastIndexOf('>');
}

function fill(comment, values) {
  const slot = SLOT.exec(comment.data);
  if (slot) {
    comment.replaceWith(...nodesOf(values[slot[1]]));
  }
}

function nodesOf(value) {
  if (Array.isArray(value)) {
    return value.flatMap(nodesOf);
  }
  if (value === null || value === undefined || value === false) {
    return [];
  }
  return [value instanceof Node ? value : String(value)];
}

function setAttributes(node, values) {
  for (const { name, value } of [...node.attributes]) {
    if (!value.includes('slot:')) {
      continue;
    }
    const whole = /^slot:(\d+);$/.exec(value);
    setAttribute(node, name, whole ? values[whole[1]] : value.replace(MARK, (_slot, i) => values[i]));
  }
}

function setAttribute(node, name, value) {
  if (name.startsWith('@')) {
    node.removeAttribute(name);
    node.addEventListener(name.slice(1), value);
  } else if (name.startsWith('.')) {
    node.removeAttribute(name);
    node[name.slice(1)] = value;
  } else if (value === false || value === null || value === undefined) {
    node.removeAttribute(name);
  } else {
    node.setAttribute(name, value === true ? '' : value);
  }
}
