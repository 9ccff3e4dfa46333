import type { TownEvent } from './events.ts'
import type { Life } from './life.ts'
import type { Spot, Trouble } from './town.ts'
import type { WhistleLife, WhistleWish } from './whistle-wishes.ts'
import type { Wish } from './wish.ts'

/** What is entered in the town's agenda. */
export type Item =
  | { readonly kind: 'report'; readonly spot: Spot; readonly trouble: Trouble }
  | { readonly kind: 'wish'; readonly life: Life; readonly wish: Wish; readonly plan: number }
  | { readonly kind: 'event'; readonly event: TownEvent }
  | { readonly kind: 'blow'; readonly spot: Spot }
  | { readonly kind: 'call'; readonly life: WhistleLife; readonly wish: WhistleWish; readonly plan: number }
  | { readonly kind: 'round' | 'office day' | 'day’s end' }
