// @ts-check

/**
 * Replaces the content of an element. If one of its buttons had the focus, the button in the same position gets it.
 *
 * @param {Element} parent
 * @param {(Node | string)[]} nodes
 */
export function replaceKeepingFocus(parent, nodes) {
  const buttons = () => [...parent.querySelectorAll('button')];
  const focused = buttons().findIndex((button) => button.matches(':focus'));
  parent.replaceChildren(...nodes);
  buttons()[focused]?.focus();
}
