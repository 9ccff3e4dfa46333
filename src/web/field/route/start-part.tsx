import { useState } from 'react'
import type { LonLatPair } from '../../../areas/map.contract.ts'
import { Button } from '../../kit/button.tsx'
import { usePreferences } from '../../preferences.tsx'
import { askPhone, knowsPosition } from '../../shared/report/use-position.ts'
import { routeWords } from '../../words/route.ts'

/** Where the walk begins: where somebody stands, if they say so. Their position is sent to nobody. */
export function StartPart({
  start,
  onStart,
}: {
  start: LonLatPair | null
  onStart(start: LonLatPair | null): void
}) {
  const said = routeWords[usePreferences().language]
  const [state, setState] = useState<'idle' | 'asking' | 'denied'>('idle')
  if (!knowsPosition()) return null
  const ask = () => {
    setState('asking')
    askPhone().then(
      ({ lon, lat }) => {
        setState('idle')
        onStart([lon, lat])
      },
      () => setState('denied'),
    )
  }
  return (
    <div className="route__ways">
      {start === null ? (
        <Button look="quiet" disabled={state === 'asking'} onClick={ask}>
          {state === 'asking' ? said.asking : said.fromHere}
        </Button>
      ) : (
        <Button look="quiet" onClick={() => onStart(null)}>
          {said.withoutHere}
        </Button>
      )}
      <span role="status">{start !== null && said.isFromHere}</span>
      {state === 'denied' && (
        <p className="field__error" role="alert">
          {said.denied}
        </p>
      )}
    </div>
  )
}
