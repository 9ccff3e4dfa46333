import type { Locator, Page } from 'playwright-core'
import { reads } from './browser.ts'

type Role = Parameters<Page['getByRole']>[0]

/** What a job cost: touches of the screen, and characters typed. */
export interface Cost {
  readonly taps: number
  readonly keys: number
}

/** A person's hand on a page: it finds things by role and name, as a screen reader would, and counts what it does. */
export interface Hand {
  readonly tap: (role: Role, name: string | RegExp) => Promise<void>
  /** As `tap`, of what stands in the first visible dialog or form, or in the group of this name. */
  readonly tapIn: (place: 'dialog' | 'form' | { group: string }, role: Role, name: string) => Promise<void>
  /** Opens the case of this id, or number, from the list before it. */
  readonly open: (which: string) => Promise<void>
  readonly write: (field: string, words: string) => Promise<void>
  /** Chooses a file: one touch opens the picker, one takes the picture. */
  readonly give: (field: string | RegExp, file: FileGiven) => Promise<void>
  /** The hand on the card of this case, where others like it stand beside it. */
  readonly onCard: (caseId: string) => Pick<Hand, 'tap' | 'give'>
  readonly sees: (role: Role, name: string | RegExp) => Promise<void>
  readonly reads: (words: string | RegExp) => Promise<void>
  readonly cost: () => Cost
}

export interface FileGiven {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

export function handOn(page: Page): Hand {
  let taps = 0
  let keys = 0
  const seen = (role: Role, name: string | RegExp, within: Page | Locator = page) =>
    within
      .getByRole(role, { name, exact: typeof name === 'string' })
      .filter({ visible: true })
      .first()
  const touch = async (wanted: Locator): Promise<void> => {
    taps += 1
    await wanted.click()
  }
  const on = (within: Page | Locator): Pick<Hand, 'tap' | 'give'> => ({
    tap: (role, name) => touch(seen(role, name, within)),
    give: async (field, file) => {
      taps += 2
      await within.getByLabel(field).first().setInputFiles(file)
    },
  })
  return {
    ...on(page),
    onCard: (caseId) => on(page.locator('.card', { has: page.locator(`[href$="/${caseId}"]`) })),
    tapIn: (place, role, name) => {
      const within =
        typeof place === 'object'
          ? page.getByRole('group', { name: place.group })
          : page.locator(place === 'dialog' ? '[role="dialog"], dialog' : 'form')
      return touch(seen(role, name, within.filter({ visible: true })))
    },
    open: (which) => {
      const row = page.locator(`[data-case="${which}"], [href$="/${which}"]`)
      return touch(page.getByRole('link').and(row).filter({ visible: true }).first())
    },
    write: async (field, words) => {
      const box = page.getByRole('textbox', { name: field }).filter({ visible: true }).first()
      // Who types has touched the field first.
      await touch(box)
      keys += words.length
      await box.pressSequentially(words)
    },
    sees: (role, name) => seen(role, name).waitFor(),
    reads: (words) => reads(page, words),
    cost: () => ({ taps, keys }),
  }
}
