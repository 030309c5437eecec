DROP TRIGGER IF EXISTS editorial_offer_written
-- next
DROP TRIGGER IF EXISTS editorial_offer_rewritten
-- next
DROP TRIGGER IF EXISTS editorial_retailer_hosts
-- next
DROP TRIGGER IF EXISTS editorial_observation_written
-- next
DROP TRIGGER IF EXISTS editorial_observation_rewritten
-- next
DROP VIEW IF EXISTS editorial_offers_astray
