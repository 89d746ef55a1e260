package io.redoubt.scoring;

import io.redoubt.facts.Engagement;
import io.redoubt.facts.Engagement.Asset;
import io.redoubt.rulepack.InherentPoints;
import io.redoubt.rulepack.InherentPoints.Kind;
import io.redoubt.rulepack.StandardFields;
import io.redoubt.shared.Points;
import io.redoubt.shared.Share;
import io.redoubt.shared.ValueType.Codes;
import java.util.List;

/**
 * Risk of one engagement, beside a rating and never inside it.
 *
 * <p>Inherent = value of the set + its safety impact + kind of access + location points × exposure of the site ÷ 100,
 * at most 100. Effectiveness of controls = 0.9 × (1 − control risk ÷ 100). Residual = inherent × (1 − effectiveness).
 * The worst end takes the worst location exposure and control risk, the best end the best ones.
 *
 * @param inherent in points, before controls
 * @param effectiveness share that controls take away, at most 90 %
 * @param residual in points; rounded up at the worst end and down at the best
 * @param clearance of the work, with the waivers for this engagement
 */
public record EngagementRisk(Ends inherent, Effect effectiveness, Ends residual, Clearance clearance) {
    /** Controls take away at most this: nobody is worth nothing to attack. */
    public static final Share MOST = Share.ofPercent("90");

    /** So many assets of the most valuable class make the set one class more valuable. */
    static final int SET = 3;

    private static final long FULL = Points.HUNDRED.micros();

    /** Shares at both ends. */
    public record Effect(Share best, Share worst) {}

    /**
     * Judges an engagement.
     *
     * @param scale of the pack
     * @param control of the supplier
     * @param location exposure of the engagement's site
     */
    static EngagementRisk of(
            Engagement engagement, List<InherentPoints> scale, Figure control, Figure location, Clearance clearance) {
        Points fixed = points(scale, Kind.VALUE, valueOfSet(engagement.assets()))
                .plus(points(scale, Kind.SAFETY, worst(engagement.assets(), Asset::safety, StandardFields.SAFETY)))
                .plus(points(scale, Kind.ACCESS, engagement.access()));
        Points most = points(scale, Kind.LOCATION, "");
        Ends inherent = new Ends(
                fixed.plus(part(most, location.best().exact(), 0)).clamped(),
                fixed.plus(part(most, location.worst().exact(), FULL - 1)).clamped());
        Effect effect = new Effect(
                effect(control.best().exact()), effect(control.worst().exact()));
        return new EngagementRisk(
                inherent,
                effect,
                new Ends(
                        left(inherent.best(), effect.best(), 0),
                        left(inherent.worst(), effect.worst(), Share.WHOLE.ppm() - 1)),
                clearance);
    }

    /** 0.9 × (1 − control ÷ 100), rounded down: a millionth less is taken away. */
    private static Share effect(Points control) {
        return new Share(MOST.ppm() * (FULL - control.micros()) / FULL);
    }

    private static Points left(Points inherent, Share effect, long roundUp) {
        return new Points((inherent.micros() * effect.rest().ppm() + roundUp) / Share.WHOLE.ppm());
    }

    private static Points part(Points most, Points exposure, long roundUp) {
        return new Points((most.micros() * exposure.micros() + roundUp) / FULL);
    }

    private static Points points(List<InherentPoints> scale, Kind of, String code) {
        return scale.stream()
                .filter(row -> row.of() == of && row.code().equals(code))
                .map(InherentPoints::points)
                .findFirst()
                .orElse(Points.ZERO);
    }

    /** The class of the most valuable asset; three of that class are worth one class more, for they complete a design. */
    static String valueOfSet(List<Asset> assets) {
        Codes type = StandardFields.ASSET_VALUE;
        String most = worst(assets, Asset::value, type);
        long alike = assets.stream().filter(asset -> asset.value().equals(most)).count();
        return alike >= SET ? type.format(Math.min(type.greatest(), type.parse(most) + 1)) : most;
    }

    private static String worst(List<Asset> assets, java.util.function.Function<Asset, String> of, Codes type) {
        return type.format(assets.stream()
                .mapToLong(asset -> type.parse(of.apply(asset)))
                .max()
                .orElse(type.least()));
    }
}
