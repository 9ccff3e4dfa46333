import { type ReactNode, useEffect, useState } from 'react'
import { tongueOf } from '../../../kernel/tongue.ts'
import { keptDraft } from '../../api/draft.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { usePreferences } from '../../preferences.tsx'
import type { ReportDraft } from '../../shared/report/report-draft.ts'
import { begunReportWords } from '../../words/begun-report.ts'
import { countAside, takeUp } from './aside.ts'
import { hasBegun, takeNext, waitingReport } from './next-report.ts'
import { REPORT } from './report-keys.ts'

/**
 * Before a report where another was begun. One that begins on an errand waits until that is finished, or let go of by whoever
 * wrote it; what was laid aside comes back once the form is free. They are never merged.
 */
export function BegunFirst({ title, children }: { title: string; children: ReactNode }) {
  const begun = begunReportWords[usePreferences().language]
  const [next] = useState(waitingReport)
  const [step, setStep] = useState<'looking' | 'asking' | 'writing' | 'back'>('looking')
  useEffect(() => {
    let isHere = true
    void begin(next).then((found) => isHere && setStep(found))
    return () => {
      isHere = false
    }
  }, [next])
  if (step === 'writing' || step === 'back')
    return (
      <>
        <Aside isBack={step === 'back'} />
        {children}
      </>
    )
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

async function begin(next: ReturnType<typeof waitingReport>): Promise<'asking' | 'writing' | 'back'> {
  if (next === null) return (await takeUp()) ? 'back' : 'writing'
  if (await hasBegun()) return 'asking'
  await takeNext(next)
  return 'writing'
}

/** What lies aside, or came back, is said: nobody must wonder where their words went. */
function Aside({ isBack }: { isBack: boolean }) {
  const begun = begunReportWords[usePreferences().language]
  const more = countAside()
  return (
    <p className="field__hint" role="status">
      {isBack && begun.back} {more > 0 && begun.aside(more)}
    </p>
  )
}
