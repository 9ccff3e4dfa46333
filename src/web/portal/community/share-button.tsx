import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { useCommunityWords } from './use-community-words.ts'

/** Passes a page on: by the phone's own way, else copied, else as an address to copy by hand. */
export function ShareButton({ title }: { title: string }) {
  const { share: said } = useCommunityWords()
  const say = useSay()
  const [byHand, setByHand] = useState(false)
  const address = window.location.href.split('#')[0] ?? ''
  const share = async () => {
    try {
      if (typeof navigator.share === 'function') return await navigator.share({ title, url: address })
      await navigator.clipboard.writeText(address)
      say(said.copied)
    } catch (error) {
      // Called off by the reader: nothing to say. Not allowed here (no https, an old phone): by hand.
      if (!(error instanceof DOMException && error.name === 'AbortError')) setByHand(true)
    }
  }
  if (byHand)
    return (
      <TextField label={said.address} value={address} readOnly onFocus={(event) => event.target.select()} />
    )
  return (
    <Button look="quiet" wide onClick={() => void share()}>
      {said.button}
    </Button>
  )
}
