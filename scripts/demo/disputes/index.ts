import { calendarAround } from '../calendar.ts';
import type { Dispute, Tell } from '../dispute.ts';
import { deliveryDamage } from './delivery-damage.ts';
import { funeral } from './funeral.ts';
import { gym } from './gym.ts';
import { heatPump } from './heat-pump.ts';
import { laptop } from './laptop.ts';
import { mattress } from './mattress.ts';
import { onlinePurchase } from './online-purchase.ts';
import { phoneContract } from './phone-contract.ts';
import { pool } from './pool.ts';
import { refrigerator } from './refrigerator.ts';
import { renovation } from './renovation.ts';
import { shed } from './shed.ts';
import { snowblower } from './snowblower.ts';
import { sofa } from './sofa.ts';
import { travel } from './travel.ts';
import { usedCar } from './used-car.ts';
import { washer } from './washer.ts';
import { windows } from './windows.ts';

/** Every dispute of the demonstration, the oldest first: lists show the last touched on top. */
const disputes: readonly Tell[] = [
  windows,
  shed,
  pool,
  funeral,
  gym,
  phoneContract,
  snowblower,
  sofa,
  refrigerator,
  travel,
  usedCar,
  mattress,
  deliveryDamage,
  onlinePurchase,
  renovation,
  laptop,
  heatPump,
  washer,
];

/** The same disputes, told around `now`, each in its own language. */
export function tellAll(now: Date): Dispute[] {
  return disputes.map((tell) => {
    const { language } = tell(calendarAround(now, 'fr'));
    return tell(calendarAround(now, language));
  });
}
