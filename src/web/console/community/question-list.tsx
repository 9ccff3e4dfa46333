import type { DeskQuestion, QuestionStage } from '../../../neighbours/contract.ts'
import { nowMs } from '../../clock.ts'
import { usePreferences } from '../../preferences.tsx'
import { nameIn } from '../../shared/names.ts'
import { sayMoment } from '../../words/time.ts'
import { type Way, Ways } from '../ways.tsx'
import { AnswerForm } from './answer-form.tsx'
import { CopyForGroup } from './copy-for-group.tsx'
import { DeclineForm } from './decline-form.tsx'
import { PagedList } from './paged-list.tsx'
import { pageAddress, useSaid } from './use-said.ts'
import { WithdrawForm } from './withdraw-form.tsx'

/** Questions at one stage: waiting ones the oldest first. */
export function QuestionList({ stage }: { stage: QuestionStage }) {
  const said = useSaid()
  return (
    <PagedList<DeskQuestion> path={`/api/community-desk/questions?stage=${stage}`} none={said.none[stage]}>
      {(question) => <QuestionItem question={question} />}
    </PagedList>
  )
}

function QuestionItem({ question }: { question: DeskQuestion }) {
  const said = useSaid()
  const { words, language } = usePreferences()
  const { stage, because, answer, publicQuestion } = question
  const ways = useWays(question)
  return (
    <>
      <h2>{publicQuestion ?? question.words}</h2>
      <p className="community__facts">
        {words.common.facts(
          nameIn(language, question.community),
          said.askedAt(sayMoment(words, question.askedAt, nowMs())),
          stage === 'answered' && publicQuestion === null && said.answer.toAsker,
          question.withdrawnAt !== null && said.withdraw.answerWithdrawn,
        )}
      </p>
      {publicQuestion !== null && (
        <p className="community__facts">
          {question.takenBackAt === null
            ? words.common.labelled(said.asWritten, question.words)
            : said.takenBack}
        </p>
      )}
      {because !== null && <p>{said.decline.reasons[because].label}</p>}
      {answer !== null && <p className="community__answer">{answer}</p>}
      {ways.length > 0 && <Ways ways={ways} />}
    </>
  )
}

/** What may be done with a question where it stands. */
function useWays(question: DeskQuestion): readonly Way[] {
  const { answer, decline, withdraw, copy } = useSaid()
  const { language } = usePreferences()
  const { id, stage, words, publicQuestion, community } = question
  if (stage === 'asked')
    return [
      {
        key: 'answer',
        label: answer.open,
        spoken: answer.openFor(words),
        part: () => <AnswerForm question={question} />,
      },
      {
        key: 'decline',
        label: decline.open,
        spoken: decline.openFor(words),
        part: () => <DeclineForm question={question} />,
      },
    ]
  if (publicQuestion === null || question.withdrawnAt !== null) return []
  const text = copy.answer(
    nameIn(language, community),
    publicQuestion,
    question.answer ?? '',
    pageAddress(community.id),
  )
  return [
    {
      key: 'copy',
      label: copy.open,
      spoken: copy.openFor(publicQuestion),
      part: () => <CopyForGroup text={text} />,
    },
    {
      key: 'withdraw',
      label: withdraw.open,
      spoken: withdraw.openFor(publicQuestion),
      part: () => <WithdrawForm path={`/api/questions/${id}/withdraw`} />,
    },
  ]
}
