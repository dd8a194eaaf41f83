import { Migration20261123000000 } from './Migration20261123000000.ts';
import { Migration20261124000000 } from './Migration20261124000000.ts';
import { Migration20261124010000 } from './Migration20261124010000.ts';
import { Migration20261125000000 } from './Migration20261125000000.ts';
import { Migration20261125010000 } from './Migration20261125010000.ts';
import { Migration20261125020000 } from './Migration20261125020000.ts';
import { Migration20261126002000 } from './Migration20261126002000.ts';
import { Migration20261126004000 } from './Migration20261126004000.ts';
import { Migration20261126005000 } from './Migration20261126005000.ts';
import { Migration20261126006000 } from './Migration20261126006000.ts';
import { Migration20261126007000 } from './Migration20261126007000.ts';
import { Migration20261126008000 } from './Migration20261126008000.ts';
import { Migration20261126009000 } from './Migration20261126009000.ts';
import { Migration20261126030000 } from './Migration20261126030000.ts';
import { Migration20261126122300 } from './Migration20261126122300.ts';
import { Migration20261126160000 } from './Migration20261126160000.ts';
import { Migration20261126170000 } from './Migration20261126170000.ts';
import { Migration20261127000000 } from './Migration20261127000000.ts';
import { Migration20261127001000 } from './Migration20261127001000.ts';

/** In order. Listed by hand, so that what is shipped is what runs. */
export const migrations = [
  { name: 'Migration20261123000000', class: Migration20261123000000 },
  { name: 'Migration20261124000000', class: Migration20261124000000 },
  { name: 'Migration20261124010000', class: Migration20261124010000 },
  { name: 'Migration20261125000000', class: Migration20261125000000 },
  { name: 'Migration20261125010000', class: Migration20261125010000 },
  { name: 'Migration20261125020000', class: Migration20261125020000 },
  { name: 'Migration20261126002000', class: Migration20261126002000 },
  { name: 'Migration20261126004000', class: Migration20261126004000 },
  { name: 'Migration20261126005000', class: Migration20261126005000 },
  { name: 'Migration20261126006000', class: Migration20261126006000 },
  { name: 'Migration20261126007000', class: Migration20261126007000 },
  { name: 'Migration20261126008000', class: Migration20261126008000 },
  { name: 'Migration20261126009000', class: Migration20261126009000 },
  { name: 'Migration20261126030000', class: Migration20261126030000 },
  { name: 'Migration20261126122300', class: Migration20261126122300 },
  { name: 'Migration20261126160000', class: Migration20261126160000 },
  { name: 'Migration20261126170000', class: Migration20261126170000 },
  { name: 'Migration20261127000000', class: Migration20261127000000 },
  { name: 'Migration20261127001000', class: Migration20261127001000 },
];
