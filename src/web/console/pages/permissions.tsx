import '../books.css'
import '../people/people.css'
import '../permissions/permissions.css'
import { useState } from 'react'
import type { PostKind } from '../../../people/contract.ts'
import type { Permissions } from '../../../people/permission/contract.ts'
import { postArea } from '../../../people/post-place.contract.ts'
import { useRead } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { SelectField } from '../../kit/field.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { NotPermitted } from '../not-permitted.tsx'
import { ChangePanel } from '../permissions/change-panel.tsx'
import { asItComes, type Draft, sameReaches } from '../permissions/draft.ts'
import { History } from '../permissions/history.tsx'
import { KindActs } from '../permissions/kind-acts.tsx'
import { WholeTable } from '../permissions/whole-table.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'

const kinds = Object.keys(postArea) as PostKind[]

/** The district's table of permission: read, compared and changed within its bounds. */
export default function PermissionsPage() {
  const words = useWords()
  const me = useSignedIn()
  const { consolePermissions: said } = words
  useTitle(said.title)
  const reading = useRead<Permissions>(mayDo(me, 'people.manage') ? '/api/permissions' : null)
  if (!mayDo(me, 'people.manage')) return <NotPermitted />
  return (
    <div className="book permissions">
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      <Shown reading={reading} long>
        {({ cells }) => <Table cells={cells} />}
      </Shown>
    </div>
  )
}

function Table({ cells }: Permissions) {
  const { consolePermissions: said, console: own } = useWords()
  const { posts } = own.session
  const [kind, setKind] = useState<PostKind>('community_desk')
  const [draft, setDraft] = useState<Draft>(new Map())
  const ofKind = cells.filter((cell) => cell.kind === kind)
  const differs = ofKind.some((cell) => !sameReaches(cell.reaches, cell.asItComes))
  return (
    <>
      <div className="permissions__kind">
        <SelectField label={said.kind} value={kind} onChoose={(chosen) => setKind(chosen as PostKind)}>
          {kinds.map((one) => (
            <option key={one} value={one}>
              {posts[one]}
            </option>
          ))}{' '}
        </SelectField>
      </div>
      <ChangePanel cells={cells} draft={draft} onDraft={setDraft} />
      <KindActs key={kind} cells={ofKind} draft={draft} onDraft={setDraft} />
      {differs && (
        <p>
          <Button
            look="quiet"
            aria-label={said.change.backOf(posts[kind])}
            onClick={() => setDraft(asItComes(draft, ofKind))}
          >
            {said.change.back}
          </Button>
        </p>
      )}
      <WholeTable cells={cells} kinds={kinds} />
      <History />
    </>
  )
}
