import type { Page } from 'playwright-core'

// What a reader's eye and finger would find wrong with the shape of a page. Each names the elements it means.

/** Elements that make the page wider than its window, which a reader would have to push sideways. */
export const tooWideOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 0.5,
    )
    return wide.map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
  })

/**
 * Things to tap that are lower or narrower than `leastPx`. A box counts with the label or frame around it; a link
 * inside a sentence is as high as its line (WCAG 2.2, 2.5.5, Inline).
 */
export const tooSmallOn = (page: Page, leastPx: number): Promise<readonly string[]> =>
  page.evaluate((least) => {
    const controls = 'a[href], button, summary, select, input, textarea, [role="button"], [role="tab"]'
    const frames =
      'label, .ant-select, .ant-picker, .ant-input-affix-wrapper, .ant-input-number, .ant-pagination-item'
    const isInSentence = (element: HTMLElement) =>
      element.matches('a') && getComputedStyle(element).display === 'inline'
    const targets = [...document.querySelectorAll<HTMLElement>(controls)]
      .filter((target) => target.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((target) => !target.matches('.skip, [aria-hidden="true"], [aria-hidden="true"] *'))
      .filter((target) => !isInSentence(target))
      .map((target) => target.closest<HTMLElement>(frames) ?? target)
    return [...new Set(targets)].flatMap((target) => {
      const { width, height } = target.getBoundingClientRect()
      if (width === 0 || (width >= least - 0.5 && height >= least - 0.5)) return []
      const words = target.textContent?.trim().slice(0, 20)
      const size = `${Math.round(width)} × ${Math.round(height)} px`
      return [`${target.tagName.toLowerCase()}.${target.className} “${words}” ${size}`]
    })
  }, leastPx)

/** Elements whose words go on beyond an edge that hides them. */
export const cutOffOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const hides = (value: string) => value === 'hidden' || value === 'clip'
    const saysWords = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
    return [...document.querySelectorAll<HTMLElement>('body *')].flatMap((element) => {
      if (!saysWords(element) || !element.checkVisibility() || element.closest('.unseen, svg, select'))
        return []
      const style = getComputedStyle(element)
      const wide = hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1
      const high = hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1
      if (!(wide || high) || element.clientWidth <= 1) return []
      return [
        `${element.tagName.toLowerCase()}.${element.className} “${element.textContent?.trim().slice(0, 20)}”`,
      ]
    })
  })

/** Things to tap whose middle another thing lies on, once they are brought to the middle of the window. */
export const coveredOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const name = (element: Element) => `${element.tagName.toLowerCase()}.${element.className}`
    const targets = [...document.querySelectorAll<HTMLElement>('a[href], button, summary, select, textarea')]
    return targets.flatMap((target) => {
      if (!target.checkVisibility({ visibilityProperty: true }) || target.matches('.skip, .unseen')) return []
      target.scrollIntoView({ block: 'center' })
      const [box] = target.getClientRects()
      if (box === undefined || box.width === 0) return []
      const above = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
      if (above === null || target.contains(above) || above.contains(target)) return []
      return [`${name(target)} “${target.textContent?.trim().slice(0, 20)}” under ${name(above)}`]
    })
  })
