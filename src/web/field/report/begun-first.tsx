import { type ReactNode, useEffect, useState } from 'react'
import { tongueOf } from '../../../kernel/tongue.ts'
import { keptDraft } from '../../api/draft.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { usePreferences } from '../../preferences.tsx'
import type { ReportDraft } from '../../shared/report/report-draft.ts'
import { begunReportWords } from '../../words/begun-report.ts'
import { hasBegun, takeNext, waitingReport } from './next-report.ts'
import { REPORT } from './report-keys.ts'

/** Before a report that begins on an errand: what was begun is finished, or let go of by whoever wrote it; never merged. */
export function BegunFirst({ title, children }: { title: string; children: ReactNode }) {
  const begun = begunReportWords[usePreferences().language]
  const [next] = useState(waitingReport)
  const [step, setStep] = useState<'looking' | 'asking' | 'writing'>(next === null ? 'writing' : 'looking')
  useEffect(() => {
    if (next === null) return
    let isHere = true
    void hasBegun().then(async (isBegun) => {
      if (!isBegun) await takeNext(next)
      if (isHere) setStep(isBegun ? 'asking' : 'writing')
    })
    return () => {
      isHere = false
    }
  }, [next])
  if (step === 'writing') return children
  if (step === 'looking' || next === null) return null
  const words = keptDraft<ReportDraft>(REPORT)?.words ?? ''
  return (
    <>
      <h1>{title}</h1>
      <Card title={begun.title}>
        {words !== '' && (
          <p className="said" {...tongueOf(words)}>
            {words}
          </p>
        )}
        <p>{begun.next}</p>
        <Button wide big onClick={() => setStep('writing')}>
          {begun.goOn}
        </Button>
        <p className="after">
          <Button wide look="quiet" onClick={() => void takeNext(next).then(() => setStep('writing'))}>
            {begun.drop}
          </Button>
        </p>
      </Card>
    </>
  )
}
