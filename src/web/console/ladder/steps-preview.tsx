import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { PreviewSteps, StepsPreview } from '../../../cases/ladder/steps.contract.ts'
import { call } from '../../api/call.ts'
import { nowMs } from '../../clock.ts'
import { fullDuration, sayMoment } from '../../words/time.ts'
import { FormProblem } from '../form-problem.tsx'
import { useWords } from '../words.ts'

/** In words what these steps would do to a clock that starts now: the server counts, with its calendar. */
export function StepsPreviewList({ asked }: { asked: PreviewSteps }) {
  const words = useWords()
  const { preview: said } = words.consoleSteps
  const { data, error } = useQuery({
    queryKey: ['/api/ladder/preview', asked],
    queryFn: ({ signal }) => call<StepsPreview>('POST', '/api/ladder/preview', asked, { signal }),
    placeholderData: keepPreviousData,
    retry: false,
  })
  if (error !== null) return <FormProblem error={error} />
  if (data === undefined) return null
  const moment = (at: string) => sayMoment(words, at, nowMs())
  const example = asked.matter === null ? said.example[asked.clock] : ''
  return (
    <div className="ladder__preview" aria-live="polite">
      <h3>{said.title}</h3>
      <p>{said.head(moment(data.dueAt))}</p>
      <ol>
        {data.said.map(({ kind, audience, minutes, at }) => {
          const time = fullDuration(minutes, data)
          return (
            <li key={`${at}${audience}`}>
              {kind === 'remind'
                ? said.left(moment(at), time, audience)
                : said.over(moment(at), minutes === 0 ? null : time, audience)}
            </li>
          )
        })}
      </ol>
      {example !== '' && <small>{example}</small>}
    </div>
  )
}
