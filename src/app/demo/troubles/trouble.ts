import type { Picture } from '../pictures.ts'

/** Where a trouble of this kind can be met; places that a community lacks are replaced by its grids. */
export type Setting = 'managed' | 'yard' | 'estate' | 'outside'

/**
 * An invented trouble with all that is said about it on its way. In `words` and `again` stand {b} for a building, {u}
 * for a stairway, {f} for a floor and {n} for a house number; the public texts name no place nearer than the estate.
 */
export interface Trouble {
  readonly matter: string
  readonly at: Setting
  /** What a photograph of it shows; null where nobody would take one. */
  readonly picture: Picture | null
  /** What the reporter writes. */
  readonly words: string
  /** The same trouble in another neighbour's words. */
  readonly again?: string
  /** What the public board says. */
  readonly summary: string
  /** What the unit notes on the way, and when it is done. */
  readonly note: string
  readonly done: string
  readonly answer: string
}

/** Invented words that no unit works on: declined, or shown another way. */
export interface TurnedTrouble {
  readonly words: string
  /** Null: declined. */
  readonly door: 'self_government' | 'mutual_help' | 'service' | null
  readonly reason: string
}
