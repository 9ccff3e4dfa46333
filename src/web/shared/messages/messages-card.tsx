import '../rows.css'
import '../account/account.css'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { OwnChannels } from '../../../notices/delivery/contract.ts'
import type { Me } from '../../../people/contract.ts'
import { useRead } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Shown } from '../../kit/shown.tsx'
import { AddressForm } from './address-form.tsx'
import { ChannelRow } from './channel-row.tsx'
import type { Face } from './push-device.ts'
import { ThisDevice } from './this-device.tsx'
import { useMessageWords } from './use-message-words.ts'

const path = '/api/my/channels'

/** By what one is told outside the app: this device, other devices, addresses. */
export default function MessagesCard({ face }: { face: Face }) {
  const said = useMessageWords()
  const reading = useRead<OwnChannels>(path)
  const queries = useQueryClient()
  const again = () => void queries.invalidateQueries({ queryKey: [path] })
  return (
    <Card title={said.title} folds>
      <p className="field__hint">{said.hint}</p>
      <p className="field__hint">{face === 'portal' ? said.quietHint : said.quietHintStaff}</p>
      <Shown reading={reading}>
        {(channels) => (
          <>
            {channels.rows.length > 0 && (
              <ul className="rows">
                {channels.rows.map((channel) => (
                  <ChannelRow key={channel.id} channel={channel} onChanged={again} />
                ))}
              </ul>
            )}
            <NewOnes face={face} channels={channels} onChanged={again} />
          </>
        )}
      </Shown>
    </Card>
  )
}

/** What can be added: this device, where it is not told yet, and an address. */
function NewOnes({ face, channels, onChanged }: { face: Face; channels: OwnChannels; onChanged(): void }) {
  const said = useMessageWords()
  const { data: me } = useRead<Me>('/api/me')
  const [adding, setAdding] = useState(false)
  const { rows, canPush, canMail, pushKey } = channels
  if (!canPush && !canMail)
    return <p>{me?.district.demonstration === true ? said.demonstration : said.nothing}</p>
  return (
    <div className="form-acts">
      {canPush && <ThisDevice face={face} own={rows} serverKey={pushKey} onChanged={onChanged} />}
      {!canMail && <p className="field__hint">{said.email.notSetUp}</p>}
      {canMail && !adding && (
        <Button look="quiet" wide onClick={() => setAdding(true)}>
          {said.email.open}
        </Button>
      )}
      {canMail && adding && (
        <AddressForm
          onClose={() => setAdding(false)}
          onAdded={() => {
            setAdding(false)
            onChanged()
          }}
        />
      )}
    </div>
  )
}
