import type { OwnEmergency } from '../../../cases/emergency/contract.ts'
import type { LookAfterHome } from '../../../visits/contract.ts'

type On = Pick<OwnEmergency, 'drill' | 'streetId' | 'fromAt'>

/** Homes where a real emergency is on, and whether anybody there was spoken to since the latest of these began. */
export function homesOf<Home extends Pick<LookAfterHome, 'place' | 'spokenAt'>>(
  homes: readonly Home[],
  emergencies: readonly On[],
): { readonly left: Home[]; readonly seen: Home[] } {
  const left: Home[] = []
  const seen: Home[] = []
  for (const home of homes) {
    const here = emergencies.filter(
      ({ drill, streetId }) =>
        !drill && (streetId === null || home.place.steps.some(({ id }) => id === streetId)),
    )
    if (here.length === 0) continue
    const since = Math.max(...here.map(({ fromAt }) => Date.parse(fromAt)))
    const isSeen = home.spokenAt !== null && Date.parse(home.spokenAt) >= since
    ;(isSeen ? seen : left).push(home)
  }
  return { left, seen }
}
