import { tongueOf } from '../../../kernel/tongue.ts'
import type { OwnQuestion, OwnQuestions } from '../../../neighbours/contract.ts'
import type { Me } from '../../../people/contract.ts'
import { sayProblem } from '../../api/problem.ts'
import { useRead } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Light } from '../../kit/light.tsx'
import { usePreferences } from '../../preferences.tsx'
import { nameIn } from '../../shared/names.ts'
import { sayMoment } from '../../words/time.ts'
import { forgetQuestion, type KeptQuestion, useKeptQuestions } from './kept-questions.ts'
import { TakeBackPart } from './take-back-part.tsx'
import { useCommunityWords } from './use-community-words.ts'

/** What the reader asked this community: on this phone, and by the account. Nothing is shown where nothing was asked. */
export function MyQuestionsCard({ communityId }: { communityId: string }) {
  const { mine } = useCommunityWords()
  const kept = useKeptQuestions(communityId)
  const { data: me } = useRead<Me>('/api/me')
  const hasAccount = me !== undefined && me.account !== null
  const { data: own } = useRead<OwnQuestions>(hasAccount ? '/api/my/questions' : null)
  const here = new Set(kept.map(({ id }) => id))
  const others = own?.rows.filter(({ id, community }) => community.id === communityId && !here.has(id)) ?? []
  if (kept.length === 0 && others.length === 0) return null
  return (
    <Card title={mine.title}>
      <ul className="rows">
        {kept.map((question) => (
          <KeptRow key={question.id} kept={question} />
        ))}
        {others.map((question) => (
          <li key={question.id} className="news">
            <Question question={question} />
            <TakeBackPart question={question} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function KeptRow({ kept }: { kept: KeptQuestion }) {
  const { mine } = useCommunityWords()
  const { words } = usePreferences()
  const { data, error } = useRead<OwnQuestion>('/api/questions/asked', { receipt: kept.code })
  return (
    <li className="news">
      {data ? (
        <>
          <Question question={data} />
          <TakeBackPart question={data} receipt={kept.code} />
        </>
      ) : (
        <small>{error === null ? words.common.states.loading : sayProblem(words, error)}</small>
      )}
      {data?.stage !== 'asked' && (
        <Button look="quiet" onClick={() => forgetQuestion(kept.id)}>
          {mine.forget}
        </Button>
      )}
    </li>
  )
}

function Question({ question }: { question: OwnQuestion }) {
  const { mine } = useCommunityWords()
  const { words, language } = usePreferences()
  const unit = question.unit && nameIn(language, question.unit)
  const stage = {
    asked: mine.waiting,
    answered: mine.answered(unit),
    declined: mine.declined,
  }[question.stage]
  return (
    <>
      <span className="row__head">
        <span className="row__title" {...tongueOf(question.words)}>
          {question.words}
        </span>
        <Light light={question.stage === 'answered' ? 'green' : 'none'}>{stage}</Light>
      </span>
      <small>{mine.asked(sayMoment(words, question.askedAt, nowMs()))}</small>
      {question.because !== null && <p>{mine.because[question.because]}</p>}
      {question.answer !== null && (
        <p className="answer" {...tongueOf(question.answer)}>
          {question.answer}
        </p>
      )}
    </>
  )
}
