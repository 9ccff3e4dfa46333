import type { CaseStory } from '../../../cases/story.contract.ts'
import { Button } from '../../kit/button.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { useWords } from '../../preferences.tsx'
import { EvidenceForm } from './evidence-form.tsx'
import { RequestForm } from './request-form.tsx'
import { useCaseAct } from './use-case-act.ts'

const here = new Set(['sign', 'note', 'resolve', 'request'])

/** What this reader may do now, by the server's word; the acts of desks are the console's. */
export function CaseActs({ found }: { found: CaseStory }) {
  const said = useWords().field.case
  const can = (act: string) => found.can.includes(act)
  const mine = found.can.filter((act) => here.has(act))
  const elsewhere = found.can.filter((act) => !here.has(act) && act !== 'see_reporter')
  return (
    <section aria-labelledby="case-acts">
      <h2 id="case-acts" className="case__acts">
        {mine.length === 0 && elsewhere.length === 0 ? said.noActs : said.acts}
      </h2>
      {can('sign') && (
        <OneTap caseId={found.id} act="sign" label={said.sign} done={said.signed} body={{}} main />
      )}
      {can('note') && (
        <OneTap
          caseId={found.id}
          act="note"
          label={said.arrived}
          done={said.arrivedDone}
          body={{ note: said.arrivedNote, arrived: true }}
        />
      )}
      {can('note') && <EvidenceForm caseId={found.id} act="note" />}
      {can('resolve') && <EvidenceForm caseId={found.id} act="resolve" />}
      {can('request') && <RequestForm caseId={found.id} />}
      {elsewhere.length > 0 && (
        <p>
          <a className="more-link" href={`/console/cases/${found.id}`}>
            {said.onConsole}
          </a>
        </p>
      )}
    </section>
  )
}

function OneTap({
  caseId,
  act,
  label,
  done,
  body,
  main = false,
}: {
  caseId: string
  act: string
  label: string
  done: string
  body: Record<string, unknown>
  main?: boolean
}) {
  const send = useCaseAct(caseId, act, done)
  return (
    <div className="case__tap">
      <FormError error={send.error} />
      <Button
        wide
        big={main}
        look={main ? 'main' : 'quiet'}
        busy={send.isPending}
        onClick={() => send.mutate(body)}
      >
        {label}
      </Button>
    </div>
  )
}
