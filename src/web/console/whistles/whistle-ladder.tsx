import type { Whistle } from '../../../cases/whistle/contract.ts'
import { nowMs } from '../../clock.ts'
import { useSay } from '../../kit/status.tsx'
import { useNameOf } from '../../shared/names.ts'
import { momentFacts } from '../../words/time.ts'
import { ActForm } from '../case/act-form.tsx'
import { useWords } from '../words.ts'
import { useWhistleAct } from './use-whistles.ts'

/** 督办: who hears next of which unit, and the button of whoever was told. */
export function WhistleLadder({ whistle: { id, next, can } }: { whistle: Whistle }) {
  const words = useWords()
  const { ladder: said, duties } = words.consoleWhistles
  const nameOf = useNameOf()
  const canSee = can.includes('acknowledge')
  if (next.length === 0 && !canSee) return null
  return (
    <section className="panel" aria-label={words.consoleLadder.title}>
      <h2>{words.consoleLadder.title}</h2>
      <ul className="panel__next">
        {next.map(({ clock, unit, kind, audience, at, toConfirm }) => (
          <li key={`${unit.id} ${clock}`}>
            {toConfirm
              ? said.toConfirm(nameOf(unit), momentFacts(at, nowMs()))
              : said.next(
                  nameOf(unit),
                  clock === 'sign' ? duties.sign : duties.report,
                  audience,
                  kind === 'press',
                  momentFacts(at, nowMs()),
                )}
          </li>
        ))}
      </ul>
      {canSee && <Seen id={id} />}
    </section>
  )
}

function Seen({ id }: { id: string }) {
  const { consoleLadder: said } = useWords()
  const say = useSay()
  const act = useWhistleAct<object>(`/api/whistles/${id}/acknowledge`, () => say(said.done.acknowledge))
  return (
    <div className="no-print">
      <ActForm
        label={said.seen}
        hint={useWords().consoleWhistles.ladder.seenHint}
        busy={act.isPending}
        error={act.error}
        onSend={() => act.mutate({})}
      />
    </div>
  )
}
