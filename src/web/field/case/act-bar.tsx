import './act-bar.css'
import { Link } from '@tanstack/react-router'
import type { CaseStory } from '../../../cases/story.contract.ts'
import { Button, buttonClass } from '../../kit/button.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { useWords } from '../../preferences.tsx'
import { isOnTheSpot } from './on-the-spot.rule.ts'
import { useArrive } from './use-arrive.ts'
import { useCaseAct } from './use-case-act.ts'

/** The acts of this face; those of desks are the console's. */
const here = ['sign', 'arrive', 'note', 'resolve', 'request'] as const
type Act = (typeof here)[number]

/** What this reader may do now, by the server's word, under the thumb at the foot of the screen. */
export function ActBar({ found }: { found: CaseStory }) {
  const said = useWords().field.case
  const can = (act: Act) => found.can.includes(act)
  const sign = useCaseAct(found.id, 'sign', said.signed)
  const arrive = useArrive(found.id)
  const elsewhere = found.can.some((act) => !here.some((own) => own === act) && act !== 'see_reporter')
  const signs = can('sign')
  return (
    <>
      {signs && can('arrive') && <p className="field__hint">{said.signsToo}</p>}
      {elsewhere && (
        <a className="more-link" href={`/console/cases/${found.id}`}>
          {said.onConsole}
        </a>
      )}
      {here.some(can) ? (
        <section className="act-bar no-print" aria-label={said.acts}>
          <FormError error={sign.error ?? arrive.error} />
          <div className="act-bar__acts">
            {can('request') && <ActLink found={found} act="request" />}
            {can('arrive') && (
              <Button look="quiet" busy={arrive.isPending} onClick={() => arrive.mutate({})}>
                {isOnTheSpot(found) ? said.arriveAgain : said.arrive}
              </Button>
            )}
            {can('resolve') && <ActLink found={found} act="resolve" />}
            {can('note') && <ActLink found={found} act="note" main={!signs} />}
            {signs && (
              <Button busy={sign.isPending} onClick={() => sign.mutate({})}>
                {said.sign}
              </Button>
            )}
          </div>
        </section>
      ) : (
        <p className="field__hint">{said.noActs}</p>
      )}
    </>
  )
}

function ActLink({
  found,
  act,
  main = false,
}: {
  found: CaseStory
  act: 'note' | 'resolve' | 'request'
  main?: boolean
}) {
  const said = useWords().field.case
  return (
    <Link to={`/case/${found.id}/${act}`} className={buttonClass({ look: main ? 'main' : 'quiet' })}>
      {said[act].open}
    </Link>
  )
}
