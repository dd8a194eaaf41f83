/** With which a page that stays open asks for itself again, by itself and not because somebody uses it. */
export const liveHeader = 'Pc-Live';
