import { useMemo } from 'react'
import type { AreaPath, AreaStep } from '../../areas/contract.ts'
import { usePreferences } from '../preferences.tsx'
import { lastOf } from './last-of.ts'
import { placeIn } from './names.ts'
import { keepJson, keptJson, useKeptText } from './use-kept.ts'

/** A place that somebody chose or scanned: the steps down to it, the district first and the place itself last. */
export interface ChosenPlace {
  readonly id: string
  readonly steps: readonly AreaStep[]
  /** What its QR code said, where it was scanned on this visit. */
  readonly scanned?: string
}

const key = 'linli.place'

export const chosenPlace = ({ area, steps }: AreaPath, scanned?: string): ChosenPlace => ({
  id: area.id,
  steps: steps.map(({ id, kind, nameZh, nameEn }) => ({ id, kind, nameZh, nameEn })),
  ...(scanned === undefined ? {} : { scanned }),
})

/** Where the reader lives, as this phone remembers it. Never sent by itself. */
export function useMyPlace(): readonly [ChosenPlace | null, (place: ChosenPlace | null) => void] {
  const text = useKeptText(key)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is what the place is read from.
  const place = useMemo(() => keptJson<ChosenPlace>(key), [text])
  return [place, keepMyPlace]
}

export function keepMyPlace(place: ChosenPlace | null): void {
  keepJson(key, place === null ? null : { id: place.id, steps: place.steps })
}

export const communityOf = (place: ChosenPlace | null): AreaStep | null =>
  place?.steps.find(({ kind }) => kind === 'community') ?? null

/** The estate, else the grid: as near as the public board ever is. */
export const nearestOf = (place: ChosenPlace | null): AreaStep | null =>
  place?.steps.find(({ kind }) => kind === 'estate') ??
  place?.steps.find(({ kind }) => kind === 'grid') ??
  null

const wide: ReadonlySet<string> = new Set(['district', 'street', 'community'])

/** Whether a place is no nearer than its community: grid workers are found below that. */
export const isWide = (place: ChosenPlace): boolean => wide.has(lastOf(place.steps)?.kind ?? 'district')

/** The names from the community down (what lies above it everybody knows), or of the place alone where it is wider. */
export function useSayPlace(): (steps: readonly AreaStep[]) => string {
  const { language } = usePreferences()
  return (steps) => {
    const near = steps.length > 2 ? steps.slice(2) : steps.slice(-1)
    return placeIn(language, { names: near })
  }
}
