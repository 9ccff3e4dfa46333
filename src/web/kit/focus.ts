// Where the focus goes when a page changes under it. After the next drawing: what is to have it must stand there.

/** To the first field of the form that must be mended. */
export function goToProblem(form: HTMLElement | null): void {
  const wrong = '[aria-invalid="true"], [data-wrong] input'
  setTimeout(() => form?.querySelector<HTMLElement>(wrong)?.focus())
}

/** How long a dialog may take to go, in milliseconds, before it is looked for again. */
const DIALOG_MS = 30

/** To the page's heading: the next step, where what had the focus is gone. Behind an open dialog nothing can have it. */
export function goToHeading(): void {
  setTimeout(() => {
    if (document.querySelector('dialog[open], [aria-modal="true"]'))
      return void setTimeout(goToHeading, DIALOG_MS)
    const heading = document.querySelector<HTMLElement>('main h1')
    if (heading === null) return
    heading.tabIndex = -1
    heading.focus()
  })
}
