import { useState } from 'react'
import type { MapArea } from '../../../areas/map.contract.ts'
import { Button } from '../../kit/button.tsx'
import { useNameOf } from '../../shared/names.ts'
import { useWords } from '../words.ts'
import { AreaEnd } from './area-end.tsx'
import { AreaMove } from './area-move.tsx'

/** What may become of one area (区划调整): another parent, or its end. The district itself has neither. */
export function AreaLife({ area, onEnded }: { area: MapArea; onEnded(): Promise<void> }) {
  const { common, consoleAreas } = useWords()
  const { move, end, life } = consoleAreas
  const nameOf = useNameOf()
  const [doing, setDoing] = useState<'move' | 'end' | null>(null)
  if (area.kind === 'district') return null
  const close = () => setDoing(null)
  const title = life(nameOf(area))
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      <div className="area-life">
        {/* There is one district: a street has nowhere else to go. */}
        {area.kind !== 'street' && (
          <Button look="quiet" onClick={() => setDoing(doing === 'move' ? null : 'move')}>
            {doing === 'move' ? common.actions.cancel : move.open}
          </Button>
        )}
        <Button look="quiet" onClick={() => setDoing('end')}>
          {end.open}
        </Button>
      </div>
      {doing === 'move' && <AreaMove area={area} onDone={close} />}
      {doing === 'end' && <AreaEnd area={area} onClose={close} onEnded={onEnded} />}
    </section>
  )
}
