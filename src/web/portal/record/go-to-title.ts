/** The focus goes to the title of a card that has just changed under the tap, once that is drawn. */
export function goToTitle(card: HTMLElement | null): void {
  setTimeout(() => {
    const title = card?.querySelector<HTMLElement>('h2')
    if (!title) return
    title.tabIndex = -1
    title.focus()
  })
}
