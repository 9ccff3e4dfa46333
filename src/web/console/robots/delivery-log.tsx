import { useEffect, useState } from 'react'
import type { Delivery, DeliveryPage, GroupKind } from '../../../notices/delivery/contract.ts'
import { useAct, useReadPages, withQuery } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { EmptyCard } from '../../kit/states.tsx'
import { useSay } from '../../kit/status.tsx'
import { RowPages } from '../../shared/row-pages.tsx'
import { sayMoment } from '../../words/time.ts'
import { FormProblem } from '../form-problem.tsx'
import { PressOne } from '../press-one.tsx'
import { useWords } from '../words.ts'

/** A trial takes a moment: while something waits, the list is read again. */
const againMs = 4000

/** What the reader's groups were told, the latest first: what failed, why, and the button to send it again. */
export function DeliveryLog() {
  const { log: said } = useWords().consoleRobots
  const [state, setState] = useState<'given_up' | null>(null)
  const reading = useReadPages<DeliveryPage>(withQuery('/api/deliveries', { state: state ?? undefined }))
  const { data, refetch } = reading
  const isUnderWay = data?.pages.some(({ rows }) => rows.some((row) => row.state === 'waiting')) ?? false
  useEffect(() => {
    if (!isUnderWay) return
    const timer = setInterval(() => void refetch(), againMs)
    return () => clearInterval(timer)
  }, [isUnderWay, refetch])
  const none = state === null ? said.none : said.noProblems
  return (
    <section>
      <h2>{said.title}</h2>
      <PressOne<'given_up' | null>
        label={said.show}
        value={state}
        options={[
          { key: null, label: said.all },
          { key: 'given_up', label: said.problems },
        ]}
        onChoose={setState}
      />
      <RowPages reading={reading} more={said.more} none={<EmptyCard what={none} next={said.noneNext} />}>
        {(rows) => (
          <ul>
            {rows.map((row) => (
              <DeliveryLine key={row.id} row={row} />
            ))}
          </ul>
        )}
      </RowPages>
    </section>
  )
}

function DeliveryLine({ row }: { row: Delivery }) {
  const words = useWords()
  const { consoleRobots, common } = words
  const { log: said } = consoleRobots
  const say = useSay()
  const retry = useAct(`/api/deliveries/${row.id}/retry`, { onDone: () => say(said.retried) })
  const now = nowMs()
  const failed = row.state === 'failed' || row.state === 'given_up'
  const what = common.facts(said.told[row.kind as GroupKind], row.caseNumber)
  return (
    <li className="services__item">
      <p>
        {common.labelled(what, said.states[row.state])}
        <br />
        <small>
          {common.facts(
            row.robot.name,
            row.robot.removed && said.robotGone,
            sayMoment(words, row.createdAt, now),
            row.tries > 1 && said.tries(row.tries),
            row.nextAt !== null && row.state === 'failed' && said.next(sayMoment(words, row.nextAt, now)),
          )}
        </small>
        {failed && row.outcome !== null && (
          <>
            <br />
            {said.outcomes[row.outcome]}
          </>
        )}
      </p>
      {failed && !row.robot.removed && row.outcome !== 'withdrawn' && (
        <button
          type="button"
          className="text-button"
          aria-label={said.retryOf(what)}
          disabled={retry.isPending}
          onClick={() => retry.mutate({})}
        >
          {said.retry}
        </button>
      )}
      <FormProblem error={retry.error} />
    </li>
  )
}
