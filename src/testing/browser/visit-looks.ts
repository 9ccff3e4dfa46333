import { looks } from './axe.ts'
import type { Look, Screen } from './browser.ts'
import type { Visit } from './pages.ts'

/** Pages of staff, who sit at a desk; all others are read on a phone first. */
export const isConsole = ({ name }: Visit): boolean => name.startsWith('console')

/** Those of these looks that the page has. */
export const looksOf = ({ isPlain }: Visit, worn: readonly Look[]): readonly Look[] =>
  isPlain ? worn.filter((one) => one !== 'large') : worn

/**
 * The looks in which axe reads a page at a width: all of them where its readers sit, and there alone, since colours
 * and the size of type are the same at both; elsewhere as it comes.
 */
export const looksAt = (screen: Screen, one: Visit): readonly Look[] =>
  looksOf(one, isConsole(one) === (screen === 'desk') ? looks : ['light'])
