import type { Attachment } from 'svelte/attachments';

/** So many frames at most lay out what comes into sight at the end. */
const mostFrames = 8;

/**
 * Makes a part that scrolls one that keyboards reach: while it is longer or wider than its frame, it is
 * a tab stop with this name, arrows and Page Down move it, and End goes to its end. A plain `div` becomes a region, or a group
 * where what it stands in has the name already; lists, tables and landmarks keep what they are, and so does
 * a frame around landmarks, which has no name.
 */
export function scrolls(label: string): Attachment<HTMLElement> {
  return (element) => {
    const usual = element.getAttribute('tabindex');
    const given: string[] = [];
    function give(attribute: string, value: string): void {
      element.setAttribute(attribute, value);
      given.push(attribute);
    }
    if (label !== '') {
      const outer = element.parentElement?.closest('[aria-label]')?.getAttribute('aria-label');
      if (element.tagName === 'DIV' && !element.hasAttribute('role'))
        give('role', outer === label ? 'group' : 'region');
      if (!element.hasAttribute('aria-label')) give('aria-label', label);
    }

    function measure(): void {
      const { overflowX, overflowY } = getComputedStyle(element);
      const down = overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1;
      const across = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
      if (down || across) element.tabIndex = 0;
      else if (usual !== null) element.setAttribute('tabindex', usual);
      else if (document.activeElement !== element) element.removeAttribute('tabindex');
    }

    /** What comes into sight on the way can be longer than it was taken for: the end is where nothing is left below. */
    function toEnd(event: KeyboardEvent): void {
      if (event.key !== 'End' || event.target !== element || event.ctrlKey || event.metaKey || event.altKey)
        return;
      event.preventDefault();
      let frames = 0;
      const step = (): void => {
        element.scrollTop = element.scrollHeight;
        frames += 1;
        if (frames < mostFrames) requestAnimationFrame(step);
      };
      step();
    }
    element.addEventListener('keydown', toEnd);

    const sizes = new ResizeObserver(measure);
    function watch(): void {
      sizes.disconnect();
      for (const part of [element, ...element.children]) sizes.observe(part);
    }
    const parts = new MutationObserver(watch);
    parts.observe(element, { childList: true });
    watch();
    return () => {
      element.removeEventListener('keydown', toEnd);
      sizes.disconnect();
      parts.disconnect();
      // Under another name it is attached anew.
      for (const attribute of given) element.removeAttribute(attribute);
    };
  };
}
