import { useState } from 'react'
import type { ClosedMonthReceipt, MonthHead } from '../../../evaluation/contract.ts'
import { useAct } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { SelectField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { localDay, sayDay, sayMoment } from '../../words/time.ts'
import { ActDialog } from '../act-dialog.tsx'
import { useWords } from '../words.ts'
import { monthsFrom, sayMonth } from './months.ts'

export const thisMonth = (): string => localDay(nowMs()).slice(0, 7)

/** Which month is looked at: this one or one of the twelve before. */
export function MonthSelect({ month, onChoose }: { month: string; onChoose(month: string): void }) {
  const words = useWords()
  const months = monthsFrom(thisMonth(), 13, -1)
  return (
    <div className="assessment__month no-print">
      <SelectField label={words.consoleAssessment.month} value={month} onChoose={onChoose}>
        {(months.includes(month) ? months : [month, ...months]).map((one) => (
          <option key={one} value={one}>
            {sayMonth(words, one)}
          </option>
        ))}
      </SelectField>
    </div>
  )
}

/** How far a month is, until when it may be objected to, and the way to make it final. */
export function MonthState({ head }: { head: MonthHead }) {
  const words = useWords()
  const { consoleAssessment: said, common } = words
  const [closing, setClosing] = useState(false)
  const say = useSay()
  const close = useAct<ClosedMonthReceipt>(`/api/assessment/months/${head.month}/close`, {
    onDone: () => {
      say(said.close.done)
      setClosing(false)
    },
  })
  const month = sayMonth(words, head.month)
  return (
    <div className="assessment__state">
      <p>
        {common.labelled(
          month,
          common.facts(
            said.states[head.state],
            head.closedAt === null
              ? said.until(sayDay(words, head.claimsUntil, nowMs()))
              : said.final(sayMoment(words, head.closedAt, nowMs())),
            head.openClaims > 0 && said.openClaims(head.openClaims),
          ),
        )}
      </p>
      {head.mayClose && (
        <p className="no-print">
          <Button look="quiet" onClick={() => setClosing(true)}>
            {said.close.open}
          </Button>
        </p>
      )}
      {closing && (
        <ActDialog
          title={said.close.title(month)}
          label={said.close.send}
          act={close}
          onClose={() => setClosing(false)}
          onConfirm={() => close.mutate({})}
        >
          <p>{said.close.hint}</p>
        </ActDialog>
      )}
    </div>
  )
}
