/** Shows other nodes in a place. Where one of its buttons had the focus, the one that took its turn gets it. */
export function replaceKeepingFocus(place, nodes) {
  const buttons = () => [...place.querySelectorAll('button')];
  const had = buttons().indexOf(document.activeElement);
  place.replaceChildren(...nodes);
  buttons()[had]?.focus();
}
