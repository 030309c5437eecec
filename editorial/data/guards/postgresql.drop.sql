DROP TRIGGER IF EXISTS editorial_offer_written ON editorial_offer
-- next
DROP TRIGGER IF EXISTS editorial_offer_rewritten ON editorial_offer
-- next
DROP TRIGGER IF EXISTS editorial_retailer_hosts ON editorial_retailer
-- next
DROP TRIGGER IF EXISTS editorial_observation_written ON editorial_priceobservation
-- next
DROP TRIGGER IF EXISTS editorial_observation_rewritten ON editorial_priceobservation
