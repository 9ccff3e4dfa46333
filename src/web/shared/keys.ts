/** Keys that are meant for a field are no commands. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) &&
      !(target instanceof HTMLInputElement && target.type === 'checkbox')))

/** What is open over the page takes the keys first. */
export const somethingOpen = (): boolean =>
  document.querySelector('dialog[open], [aria-modal="true"], .ant-select-open') !== null
