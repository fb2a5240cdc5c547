import type { Attachment } from 'svelte/attachments';

/**
 * Makes a part that scrolls one that keyboards reach: while it is longer or wider than its frame, it is
 * a tab stop with this name, and arrows and Page Down move it. A plain `div` becomes a region, or a group
 * where what it stands in has the name already; lists, tables and landmarks keep what they are, and so does
 * a frame around landmarks, which has no name.
 */
export function scrolls(label: string): Attachment<HTMLElement> {
  return (element) => {
    const usual = element.getAttribute('tabindex');
    if (label !== '') {
      const outer = element.parentElement?.closest('[aria-label]')?.getAttribute('aria-label');
      if (element.tagName === 'DIV' && !element.hasAttribute('role'))
        element.setAttribute('role', outer === label ? 'group' : 'region');
      if (!element.hasAttribute('aria-label')) element.setAttribute('aria-label', label);
    }

    function measure(): void {
      const { overflowX, overflowY } = getComputedStyle(element);
      const down = overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1;
      const across = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
      if (down || across) element.tabIndex = 0;
      else if (usual !== null) element.setAttribute('tabindex', usual);
      else if (document.activeElement !== element) element.removeAttribute('tabindex');
    }

    const sizes = new ResizeObserver(measure);
    function watch(): void {
      sizes.disconnect();
      for (const part of [element, ...element.children]) sizes.observe(part);
    }
    const parts = new MutationObserver(watch);
    parts.observe(element, { childList: true });
    watch();
    return () => {
      sizes.disconnect();
      parts.disconnect();
    };
  };
}
