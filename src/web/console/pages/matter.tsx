import '../books.css'
import '../matters/matters.css'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { Matter, MatterField, MatterHistory, MatterVersion } from '../../../matters/contract.ts'
import { useRead } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Loading, Refused } from '../../kit/states.tsx'
import { useNameOf } from '../../shared/names.ts'
import { localDay } from '../../words/time.ts'
import { DiffTable } from '../matters/diff-table.tsx'
import { fieldsThatDiffer, shownFields } from '../matters/fields.ts'
import { MatterEditor } from '../matters/matter-editor.tsx'
import { RetireDialog } from '../matters/retire-dialog.tsx'
import { useSayField } from '../matters/say-matter.ts'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'

/** One matter: what holds, every version before and after, and for whoever keeps the catalogue the way to change it. */
export default function MatterPage() {
  const { code } = useParams({ strict: false }) as { code: string }
  const { data, error, refetch } = useRead<MatterHistory>(`/api/catalogue/${code}`)
  const { consoleCatalogue: said } = useWords()
  return (
    <div className="book">
      <p className="no-print">
        <Link to="/matters">{said.page.back}</Link>
      </p>
      {data !== undefined ? (
        <MatterBook key={data.versions[0]?.matter.id} history={data} />
      ) : error === null ? (
        <Loading />
      ) : (
        <Refused error={error} onRetry={() => void refetch()} />
      )}
    </div>
  )
}

function MatterBook({ history }: { history: MatterHistory }) {
  const { consoleCatalogue: said } = useWords()
  const me = useSignedIn()
  const nameOf = useNameOf()
  const [editing, setEditing] = useState(false)
  const [retiring, setRetiring] = useState(false)
  const today = localDay(nowMs())
  const { versions } = history
  const last = versions[0]
  const holding = versions.find(({ validFrom }) => validFrom <= today) ?? last
  const name = holding === undefined ? history.code : nameOf(holding.matter)
  useTitle(name)
  if (last === undefined || holding === undefined) return null
  const stands = last.validTo === null
  return (
    <>
      <h1>
        {name} <small>{history.code}</small>
      </h1>
      {!stands && <p>{said.page.ended(last.validTo ?? '')}</p>}
      {editing ? (
        <MatterEditor
          matter={last.matter}
          baseId={stands ? last.matter.id : null}
          onClose={() => setEditing(false)}
        />
      ) : (
        <>
          <section className="panel" aria-label={name}>
            <Facts matter={holding.matter} />
          </section>
          {mayDo(me, 'matter.manage') && (
            <div className="matter-tools no-print">
              <Button onClick={() => setEditing(true)}>{stands ? said.page.edit : said.page.again}</Button>
              {stands && (
                <Button look="quiet" onClick={() => setRetiring(true)}>
                  {said.page.retire}
                </Button>
              )}
            </div>
          )}
          {retiring && (
            <RetireDialog
              matter={last.matter}
              validFrom={last.validFrom}
              onClose={() => setRetiring(false)}
            />
          )}
          <Versions versions={versions} today={today} />
        </>
      )}
    </>
  )
}

function Facts({ matter }: { matter: Matter }) {
  const { consoleCatalogue: said } = useWords()
  const say = useSayField()
  return (
    <dl className="matter-facts">
      {shownFields.map((field: MatterField) => (
        <div key={field}>
          <dt>{said.fields[field]}</dt>
          <dd>{say(field, matter)}</dd>
        </div>
      ))}
    </dl>
  )
}

function Versions({ versions, today }: { versions: readonly MatterVersion[]; today: string }) {
  const { page: said } = useWords().consoleCatalogue
  const termOf = ({ validFrom, validTo }: MatterVersion): string => {
    if (validTo !== null) return said.heldFromTo(validFrom, validTo)
    return validFrom > today ? said.announced(validFrom) : said.holdsFrom(validFrom)
  }
  return (
    <section>
      <h2>{said.history}</h2>
      <ol className="matter-versions" reversed>
        {versions.map((version, at) => {
          const before = versions[at + 1]
          const fields = before === undefined ? [] : fieldsThatDiffer(before.matter, version.matter)
          return (
            <li key={version.matter.id}>
              <h3>{termOf(version)}</h3>
              <p>
                {before === undefined
                  ? said.first
                  : fields.length === 0
                    ? said.same
                    : said.changes(fields.length)}
              </p>
              {before !== undefined && fields.length > 0 && (
                <DiffTable
                  label={termOf(version)}
                  before={before.matter}
                  after={version.matter}
                  fields={fields}
                />
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
