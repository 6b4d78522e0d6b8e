/** Days of the week, in the order in which JavaScript counts them. */
export const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;
