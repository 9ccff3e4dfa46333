import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PostKind } from '../../../people/contract.ts'
import { postArea } from '../../../people/post-place.contract.ts'
import type { SecondFactorKinds } from '../../../people/sign-in/security.contract.ts'
import { call } from '../../api/call.ts'
import { useRead } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { Check } from '../../kit/choice.tsx'
import { Shown } from '../../kit/shown.tsx'
import { useSay } from '../../kit/status.tsx'
import { useAccountWords } from '../../shared/account/use-account-words.ts'
import { FormProblem } from '../form-problem.tsx'
import { useWords } from '../words.ts'

const path = '/api/second-factor-kinds'

/** Which posts must sign in with a code from a phone. */
export function FactorKinds() {
  const { kinds: said } = useAccountWords()
  const reading = useRead<SecondFactorKinds>(path)
  return (
    <details className="people__kinds no-print">
      <summary className="summary">{said.title}</summary>
      <p className="field__hint">{said.hint}</p>
      <Shown reading={reading}>{({ kinds }) => <KindsForm key={kinds.join()} kept={kinds} />}</Shown>
    </details>
  )
}

function KindsForm({ kept }: { kept: readonly PostKind[] }) {
  const { kinds: said } = useAccountWords()
  const { posts } = useWords().console.session
  const client = useQueryClient()
  const say = useSay()
  const [kinds, setKinds] = useState<readonly PostKind[]>(kept)
  const save = useMutation({
    mutationFn: () => call<SecondFactorKinds>('PUT', path, { kinds }),
    onSuccess: async () => {
      say(said.saved)
      await client.invalidateQueries({ queryKey: [path] })
    },
  })
  const set = (kind: PostKind, on: boolean) =>
    setKinds(on ? [...kinds, kind] : kinds.filter((one) => one !== kind))
  return (
    <fieldset className="people__kind-list">
      <legend className="unseen">{said.title}</legend>
      {(Object.keys(postArea) as PostKind[]).map((kind) => (
        <Check key={kind} checked={kinds.includes(kind)} onCheck={(on) => set(kind, on)}>
          {posts[kind]}
        </Check>
      ))}
      <FormProblem error={save.error} />
      <Button look="quiet" busy={save.isPending} onClick={() => save.mutate()}>
        {said.save}
      </Button>
    </fieldset>
  )
}
