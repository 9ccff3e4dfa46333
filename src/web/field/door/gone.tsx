import type { HomeCard } from '../../../people/register/read.contract.ts'
import { useAct } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { useSay } from '../../kit/status.tsx'
import { useWords } from '../../preferences.tsx'
import { useSaid } from '../../shared/register/use-said.ts'
import { sayDay } from '../../words/time.ts'

type Left = HomeCard['left'][number]

/** Who left lately; what was noted by mistake is taken back by one tap. */
export function Gone({ left }: { left: readonly Left[] }) {
  const { door } = useSaid()
  if (left.length === 0) return null
  return (
    <Card title={door.gone} folds>
      <ul className="rows">
        {left.map((one) => (
          <GoneRow key={one.occupancyId} one={one} />
        ))}
      </ul>
    </Card>
  )
}

function GoneRow({ one: { occupancyId, name, toDay } }: { one: Left }) {
  const { door } = useSaid()
  const words = useWords()
  const say = useSay()
  const act = useAct(`/api/register/occupancies/${occupancyId}/stay`, { onDone: () => say(door.stayed) })
  return (
    <li className="door__person">
      <span className="row__title">{name ?? door.someone}</span>
      <small>{door.goneOn(sayDay(words, toDay, nowMs()))}</small>
      {name !== null && (
        <div className="door__acts">
          <Button
            look="quiet"
            aria-label={door.stayOf(name)}
            busy={act.isPending}
            onClick={() => act.mutate({})}
          >
            {door.stay}
          </Button>
        </div>
      )}
      <FormError error={act.error} />
    </li>
  )
}
